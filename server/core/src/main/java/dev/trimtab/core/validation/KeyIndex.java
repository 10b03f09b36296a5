package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XSchema;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which instances of one node stand under which keys: what is kept of it is in {@link ConstraintIndexes}. Equal only to itself. */
final class KeyIndex extends Task {
    private final Keys keys;
    private final @Nullable Sharing sharing;
    private int slot;

    /** What an instance is found by; keys have {@code equals} and share what they can with the tree. */
    @FunctionalInterface
    interface Keys {
        Collection<?> of(XNode node);
    }

    /** Reports what is wrong with instances that share a key. */
    @FunctionalInterface
    interface Sharing {
        /** Reports two or more instances. */
        void check(List<XNode> nodes, Report report);
    }

    private KeyIndex(XSchema context, List<Reading> readings, Keys keys, @Nullable Sharing sharing) {
        super(context, readings, false);
        this.keys = keys;
        this.sharing = sharing;
    }

    /** An index of the instances of {@code context}. */
    static KeyIndex of(XSchema context, List<Reading> readings, Keys keys) {
        return new KeyIndex(context, readings, keys, null);
    }

    /** An index whose keys are meant to have one instance each. */
    static KeyIndex ofUnique(XSchema context, List<Reading> readings, Keys keys, Sharing sharing) {
        return new KeyIndex(context, readings, keys, sharing);
    }

    /** Its number among the indexes of the model; given while the model is compiled. */
    int slot() {
        return slot;
    }

    void setSlot(int theSlot) {
        this.slot = theSlot;
    }

    Collection<?> keys(XNode node) {
        return keys.of(node);
    }

    /** What to say of instances that share a key; null where they may. */
    @Nullable Sharing sharing() {
        return sharing;
    }
}
