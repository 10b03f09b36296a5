package dev.trimtab.core.target;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.model.ModelId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The models this server serves, by name and version: those that are built in, always, and those that {@code /system/models} adds.
 *
 * <p>Thread-safe: a reader sees all models of one moment and takes no lock. The transaction service alone adds and removes.
 */
public final class Models {
    private static final Comparator<ModelId> ORDER =
            Comparator.comparing(ModelId::name).thenComparing(Models::numbers, Models::compareNumbers);

    private final ServedModel system;
    private final Map<ModelId, Entry> builtIn;
    private final List<Consumer<ModelId>> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<ModelId, Entry> entries;

    private record Entry(ServedModel served, Optional<ModelSettings> settings) {}

    /**
     * Begins with the models that are built in.
     *
     * @param system the model of the server's own configuration
     * @param others what the program's own plugins brought; a name and version at most once
     */
    public Models(ServedModel system, List<ServedModel> others) {
        this.system = system;
        Map<ModelId, Entry> all = new TreeMap<>(ORDER);
        all.put(system.model().id(), new Entry(system, Optional.empty()));
        for (ServedModel other : others) {
            if (all.put(other.model().id(), new Entry(other, Optional.empty())) != null) {
                throw new IllegalArgumentException("model " + other.model().id() + " is brought by two plugins");
            }
        }
        builtIn = Collections.unmodifiableMap(all);
        entries = builtIn;
    }

    private static List<Integer> numbers(ModelId id) {
        return Arrays.stream(id.version().split("\\.")).map(Integer::valueOf).toList();
    }

    private static int compareNumbers(List<Integer> one, List<Integer> other) {
        int i = 0;
        while (i < one.size() - 1 && one.get(i).equals(other.get(i))) {
            i++;
        }
        return one.get(i).compareTo(other.get(i));
    }

    public ServedModel system() {
        return system;
    }

    /** In the order of names and versions. */
    public Collection<ServedModel> all() {
        return entries.values().stream().map(Entry::served).toList();
    }

    public boolean isBuiltIn(ModelId id) {
        return builtIn.containsKey(id);
    }

    /** The models that {@code /system/models} has an entry for. */
    public Set<ModelId> added() {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().settings().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A model's entry in {@code /system/models}; empty for one that has none. */
    public Optional<ModelSettings> settings(ModelId id) {
        return Optional.ofNullable(entries.get(id)).flatMap(Entry::settings);
    }

    public Optional<ServedModel> find(ModelId id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::served);
    }

    /**
     * A served model.
     *
     * @throws dev.trimtab.core.failure.FailureException with {@code FailedPrecondition} when there is none
     */
    public ServedModel require(ModelId id) {
        return find(id).orElseThrow(() -> new Failure.FailedPrecondition(
                        "model " + id + " is not loaded; loaded are " + entries.keySet())
                .asException());
    }

    /** Calls {@code listener} with each model that comes, goes or gets other settings, after it did. It must return quickly. */
    public void onChange(Consumer<ModelId> listener) {
        listeners.add(listener);
    }

    /** Serves a model that has an entry, or notes the entry's new settings. */
    public void add(ServedModel served, ModelSettings settings) {
        put(served.model().id(), new Entry(served, Optional.of(settings)));
    }

    /** Serves a model no more, unless it is built in; nothing happens where it is not served. */
    public void remove(ModelId id) {
        put(id, builtIn.get(id));
    }

    private void put(ModelId id, @Nullable Entry entry) {
        synchronized (this) {
            Map<ModelId, Entry> changed = new TreeMap<>(ORDER);
            changed.putAll(entries);
            if (entry == null) {
                changed.remove(id);
            } else {
                changed.put(id, entry);
            }
            entries = Collections.unmodifiableMap(changed);
        }
        listeners.forEach(listener -> listener.accept(id));
    }
}
