package dev.trimtab.adapter.sdcore;

import dev.trimtab.model.Path;
import dev.trimtab.model.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** A valid configuration that SD-Core has no words for; says every place and why. */
public final class UntranslatableException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    UntranslatableException(List<Violation> violations) {
        super(violations.stream().map(Violation::toString).collect(Collectors.joining("; ")), null, false, false);
        this.violations = List.copyOf(violations);
    }

    UntranslatableException(Path path, String value, String reason) {
        this(List.of(new Violation(path, "sd-core", value, reason, null)));
    }

    UntranslatableException(Path path, String reason) {
        this(List.of(new Violation(path, "sd-core", null, reason, null)));
    }

    public List<Violation> violations() {
        return violations;
    }
}
