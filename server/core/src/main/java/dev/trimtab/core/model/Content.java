package dev.trimtab.core.model;

/** Which part of a tree is meant; the keys of lists belong to every part, so that entries stay identifiable. */
public enum Content {
    ALL,
    /** What clients may write: {@code config true}. */
    CONFIG,
    /** What only the system writes: {@code config false}. */
    STATE;

    /** Whether a leaf or leaf-list that is no key belongs to this part. */
    boolean includes(SchemaNode leaf) {
        return this == ALL || (this == CONFIG) == leaf.config();
    }

    /** Whether something of this part can exist at or below {@code node}. */
    boolean reaches(SchemaNode node) {
        return switch (this) {
            case ALL -> true;
            case CONFIG -> node.config();
            case STATE -> node.hasStateBelow();
        };
    }
}
