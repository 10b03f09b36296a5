package dev.trimtab.core.yang;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** YANG sources are no valid schema; the message holds every fault that was found, the first one first. */
public final class FaultyYangException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Enough to repair a file from; a model of a thousand modules without its imports has thousands. */
    private static final int FAULTS_TOLD_MAX = 20;

    private final transient List<Fault> faults;

    FaultyYangException(Fault fault) {
        this(List.of(fault), null);
    }

    FaultyYangException(List<Fault> faults) {
        this(faults, null);
    }

    FaultyYangException(List<Fault> faults, @Nullable Throwable cause) {
        super(message(faults), cause);
        this.faults = List.copyOf(faults);
    }

    private static String message(List<Fault> faults) {
        String told =
                faults.stream().limit(FAULTS_TOLD_MAX).map(Fault::toString).collect(Collectors.joining("; "));
        int left = faults.size() - FAULTS_TOLD_MAX;
        return left > 0 ? told + "; and " + left + " more" : told;
    }

    /** All of them, one or more. */
    public List<Fault> faults() {
        return faults;
    }
}
