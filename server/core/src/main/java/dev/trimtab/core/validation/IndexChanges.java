package dev.trimtab.core.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import kotlinx.collections.immutable.PersistentSet;
import org.jspecify.annotations.Nullable;

/** Turns the indexes of one tree into those of the next; used by one thread. */
final class IndexChanges {
    private static final PersistentSet<Object> NONE = ExtensionsKt.persistentHashSetOf();

    /** A key of an index that several instances have come to share. */
    record Shared(KeyIndex index, Object key) {}

    private final ConstraintIndexes before;
    private final Map<Integer, PersistentMap.Builder<Object, Object>> changed = new HashMap<>();
    private final Set<Shared> shared = new LinkedHashSet<>();

    IndexChanges(ConstraintIndexes before) {
        this.before = before;
    }

    private PersistentMap.Builder<Object, Object> map(KeyIndex index) {
        return changed.computeIfAbsent(
                index.slot(), slot -> before.maps().get(slot).builder());
    }

    void add(KeyIndex index, Object key, Object address) {
        Map<Object, Object> map = map(index);
        Object present = map.putIfAbsent(key, address);
        if (present == null || present.equals(address)) {
            return;
        }
        map.put(key, ExtensionsKt.plus(several(present), address));
        if (index.sharing() != null) {
            shared.add(new Shared(index, key));
        }
    }

    void remove(KeyIndex index, Object key, Object address) {
        Map<Object, Object> map = map(index);
        @Nullable Object present = map.get(key);
        if (present instanceof PersistentSet<?>) {
            map.put(key, fewest(ExtensionsKt.minus(several(present), address)));
        } else if (address.equals(present)) {
            map.remove(key);
        }
    }

    @SuppressWarnings("unchecked") // only add() makes sets
    private static PersistentSet<Object> several(Object present) {
        return present instanceof PersistentSet<?> some
                ? (PersistentSet<Object>) some
                : ExtensionsKt.plus(NONE, present);
    }

    private static Object fewest(PersistentSet<Object> left) {
        return left.size() == 1 ? left.iterator().next() : left;
    }

    /** The keys that more than one instance came to stand under, of indexes where that is wrong. */
    Set<Shared> shared() {
        return shared;
    }

    ConstraintIndexes toIndexes() {
        if (changed.isEmpty()) {
            return before;
        }
        List<PersistentMap<Object, Object>> maps = new ArrayList<>(before.maps());
        changed.forEach((slot, map) -> maps.set(slot, map.build()));
        return new ConstraintIndexes(List.copyOf(maps));
    }
}
