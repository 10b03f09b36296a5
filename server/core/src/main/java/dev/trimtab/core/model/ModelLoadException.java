package dev.trimtab.core.model;

import dev.trimtab.core.yang.Fault;
import dev.trimtab.model.ModelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model's YANG cannot be used; the message is one sentence naming file, line, statement and reason. */
public final class ModelLoadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    /** A fault that no one place of a file has. */
    public ModelLoadException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.faults = List.of(Fault.ofModel(message));
    }

    ModelLoadException(Fault fault, Throwable cause) {
        super(fault.toString(), cause);
        this.faults = List.of(fault);
    }

    ModelLoadException(ModelId model, List<Fault> faults, Throwable cause) {
        super("model " + model + " cannot be loaded: " + cause.getMessage(), cause);
        this.faults = List.copyOf(faults);
    }

    /** Everything that was found wrong, one or more; each with its place as far as it has one. */
    public List<Fault> faults() {
        return faults;
    }
}
