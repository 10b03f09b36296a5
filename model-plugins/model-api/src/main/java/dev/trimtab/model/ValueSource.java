package dev.trimtab.model;

/** Where a value of the new version comes from that the old configuration does not have in its place. */
public sealed interface ValueSource {

    /** Always the same; in the leaf's canonical text. */
    record Constant(String text) implements ValueSource {}

    /** The target's name. */
    record TargetName() implements ValueSource {}

    /**
     * The value of another leaf of the new configuration.
     *
     * @param path without keys; lists only where the leaf that gets the value has them too, and then the same entry is meant
     */
    record Leaf(Path path) implements ValueSource {}
}
