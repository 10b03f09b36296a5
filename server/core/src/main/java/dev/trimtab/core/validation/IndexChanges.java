package dev.trimtab.core.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tech.pantheon.triemap.ImmutableTrieMap;
import tech.pantheon.triemap.MutableTrieMap;
import tech.pantheon.triemap.TrieMap;

/** Turns the indexes of one tree into those of the next; used by one thread. */
final class IndexChanges {

    /** A key of an index that several instances have come to share. */
    record Shared(KeyIndex index, Object key) {}

    private final ConstraintIndexes before;
    private final Map<Integer, MutableTrieMap<Object, Object>> changed = new HashMap<>();
    private final Set<Shared> shared = new LinkedHashSet<>();

    IndexChanges(ConstraintIndexes before) {
        this.before = before;
    }

    private MutableTrieMap<Object, Object> map(KeyIndex index) {
        return changed.computeIfAbsent(
                index.slot(), slot -> before.maps().get(slot).mutableSnapshot());
    }

    void add(KeyIndex index, Object key, Object address) {
        MutableTrieMap<Object, Object> map = map(index);
        Object present = map.putIfAbsent(key, address);
        if (present == null || present.equals(address)) {
            return;
        }
        MutableTrieMap<Object, Object> several;
        if (present instanceof ImmutableTrieMap<?, ?> some) {
            several = copy(some);
        } else {
            several = TrieMap.create();
            several.put(present, true);
        }
        several.put(address, true);
        map.put(key, several.immutableSnapshot());
        if (index.sharing() != null) {
            shared.add(new Shared(index, key));
        }
    }

    void remove(KeyIndex index, Object key, Object address) {
        MutableTrieMap<Object, Object> map = map(index);
        @Nullable Object present = map.get(key);
        if (present instanceof ImmutableTrieMap<?, ?> some) {
            MutableTrieMap<Object, Object> several = copy(some);
            several.remove(address);
            map.put(key, fewest(several));
        } else if (address.equals(present)) {
            map.remove(key);
        }
    }

    @SuppressWarnings("unchecked") // only add() makes them
    private static MutableTrieMap<Object, Object> copy(ImmutableTrieMap<?, ?> some) {
        return ((ImmutableTrieMap<Object, Object>) some).mutableSnapshot();
    }

    private static Object fewest(MutableTrieMap<Object, Object> several) {
        ImmutableTrieMap<Object, Object> left = several.immutableSnapshot();
        var keys = left.keySet().iterator();
        Object first = keys.next();
        return keys.hasNext() ? left : first;
    }

    /** The keys that more than one instance came to stand under, of indexes where that is wrong. */
    Set<Shared> shared() {
        return shared;
    }

    ConstraintIndexes toIndexes() {
        if (changed.isEmpty()) {
            return before;
        }
        List<ImmutableTrieMap<Object, Object>> maps = new ArrayList<>(before.maps());
        changed.forEach((slot, map) -> maps.set(slot, map.immutableSnapshot()));
        return new ConstraintIndexes(List.copyOf(maps));
    }
}
