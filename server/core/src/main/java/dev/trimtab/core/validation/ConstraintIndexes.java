package dev.trimtab.core.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import kotlinx.collections.immutable.PersistentSet;
import org.jspecify.annotations.Nullable;

/**
 * What validation keeps about one tree, so that a change of it costs what it touches: which entries have which {@code unique} values,
 * and who refers to what. Immutable; travels with the tree that it belongs to, shares its structure with those of the trees before and
 * after it, and is never stored.
 */
public final class ConstraintIndexes {
    /** Nothing is known about the tree yet: it is read from end to end when a change of it is validated. */
    public static final ConstraintIndexes UNKNOWN = new ConstraintIndexes(null);

    private static final PersistentMap<Object, Object> EMPTY = ExtensionsKt.persistentHashMapOf();

    /** By slot; a key has the one address that stands under it, or a set of the several addresses. */
    private final @Nullable List<PersistentMap<Object, Object>> maps;

    ConstraintIndexes(@Nullable List<PersistentMap<Object, Object>> maps) {
        this.maps = maps;
    }

    /** The indexes of a tree without content. */
    static ConstraintIndexes empty(int slots) {
        return new ConstraintIndexes(Collections.nCopies(slots, EMPTY));
    }

    boolean isKnown() {
        return maps != null;
    }

    boolean isEmpty(KeyIndex index) {
        return maps().get(index.slot()).isEmpty();
    }

    /** The addresses under {@code key}, in no particular order. */
    Collection<?> find(KeyIndex index, Object key) {
        Object found = maps().get(index.slot()).get(key);
        return found == null ? List.of() : found instanceof PersistentSet<?> several ? several : List.of(found);
    }

    List<PersistentMap<Object, Object>> maps() {
        if (maps == null) {
            throw new IllegalStateException("the indexes are not known");
        }
        return maps;
    }

    /** Whether both hold the same; for tests, since it reads everything. */
    boolean holdsTheSame(ConstraintIndexes other) {
        return new ArrayList<>(maps()).equals(new ArrayList<>(other.maps()));
    }
}
