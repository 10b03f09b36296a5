package dev.trimtab.core.target;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.model.ModelId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The models this server serves, by name and version. Immutable. */
public final class Models {
    private final Map<ModelId, ServedModel> served = new TreeMap<>(Comparator.comparing(ModelId::toString));
    private final ServedModel system;

    /**
     * @param system the model of the server's own configuration
     * @param others what plugins brought; a name and version at most once
     */
    public Models(ServedModel system, List<ServedModel> others) {
        this.system = system;
        served.put(system.model().id(), system);
        for (ServedModel other : others) {
            if (served.put(other.model().id(), other) != null) {
                throw new IllegalArgumentException("model " + other.model().id() + " is brought by two plugins");
            }
        }
    }

    public ServedModel system() {
        return system;
    }

    public Collection<ServedModel> all() {
        return List.copyOf(served.values());
    }

    public boolean has(ModelId id) {
        return served.containsKey(id);
    }

    /**
     * A served model.
     *
     * @throws dev.trimtab.core.failure.FailureException with {@code FailedPrecondition} when no plugin brought it
     */
    public ServedModel require(ModelId id) {
        ServedModel model = served.get(id);
        if (model == null) {
            throw new Failure.FailedPrecondition("model " + id + " is not loaded; loaded are " + served.keySet())
                    .asException();
        }
        return model;
    }
}
