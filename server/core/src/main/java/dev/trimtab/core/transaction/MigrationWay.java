package dev.trimtab.core.transaction;

import static java.util.Objects.requireNonNull;

import dev.trimtab.core.plugin.Plugins;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.model.Migration;
import dev.trimtab.model.ModelId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;

/**
 * How a configuration gets from one model to another.
 *
 * @param legs one after the other, each from where the one before ended; one at least
 */
record MigrationWay(List<Leg> legs) {
    /** @param migration empty where what has the same path in both is carried over */
    record Leg(ServedModel from, ServedModel to, Optional<Migration> migration) {
        @Override
        public String toString() {
            return from.model() + " to " + to.model();
        }
    }

    MigrationWay {
        legs = List.copyOf(legs);
    }

    /**
     * The fewest migrations that plugins bring and that lead to the model; of several such ways the one through the first models of
     * {@code served}. Without one, versions of one model need none.
     *
     * @param served the models that may be on the way
     * @return empty if there is no way
     */
    static Optional<MigrationWay> find(
            ServedModel from, ServedModel to, Collection<ServedModel> served, Plugins plugins) {
        Map<ModelId, Leg> arrivals = new HashMap<>();
        Queue<ServedModel> reached = new ArrayDeque<>(List.of(from));
        while (!reached.isEmpty() && !arrivals.containsKey(id(to))) {
            ServedModel at = reached.remove();
            depart(at, to, arrivals, reached, plugins);
            served.forEach(next -> depart(at, next, arrivals, reached, plugins));
        }
        if (arrivals.containsKey(id(to))) {
            return Optional.of(back(to, from, arrivals));
        }
        return id(from).name().equals(id(to).name())
                ? Optional.of(new MigrationWay(List.of(new Leg(from, to, Optional.empty()))))
                : Optional.empty();
    }

    private static void depart(
            ServedModel at, ServedModel next, Map<ModelId, Leg> arrivals, Queue<ServedModel> reached, Plugins plugins) {
        if (!arrivals.containsKey(id(next))) {
            plugins.migration(id(at), id(next)).ifPresent(migration -> {
                arrivals.put(id(next), new Leg(at, next, Optional.of(migration)));
                reached.add(next);
            });
        }
    }

    private static MigrationWay back(ServedModel to, ServedModel from, Map<ModelId, Leg> arrivals) {
        Deque<Leg> legs = new ArrayDeque<>();
        for (ServedModel at = to; !at.equals(from); at = legs.getFirst().from()) {
            legs.addFirst(requireNonNull(arrivals.get(id(at))));
        }
        return new MigrationWay(List.copyOf(legs));
    }

    private static ModelId id(ServedModel served) {
        return served.model().id();
    }

    /** The models on the way, both ends included. */
    List<ServedModel> models() {
        return Stream.concat(Stream.of(legs.getFirst().from()), legs.stream().map(Leg::to))
                .toList();
    }
}
