package dev.trimtab.model;

import org.jspecify.annotations.Nullable;

/**
 * One rule of a {@link MigrationPlan}.
 *
 * <p>Paths name nodes of a schema. In a path of the old version a list binds its keys to variables: {@code /site[site-id={s}]}; a
 * key that is left out binds itself to its own name, so that {@code /site} means {@code /site[site-id={site-id}]}. In a path of the
 * new version a key is such a variable, a constant text, or {@code {target}}, the name of the target. Two lists on one path whose
 * keys have one name need variables that are written out.
 */
public sealed interface MigrationRule {

    /**
     * What is at {@code from} is at {@code to}: a leaf, a leaf-list, or everything below a container, a list's entries or the root.
     * Below, nodes are found by their names. A new name at the same place is a rename.
     *
     * <p>A list may become a container or the root if each target has one entry at most; a target that has several is refused, with
     * their names.
     */
    record Move(Path from, Path to) implements MigrationRule {}

    /**
     * A move of a leaf or leaf-list whose value takes another form.
     *
     * @param reason sentence for the person who reads what became of the value
     */
    record Convert(Path from, Path to, ValueConversion conversion, String reason) implements MigrationRule {}

    /**
     * What is at {@code from} has no place in the new version; the rule says why.
     *
     * @param implied of a leaf: the value that the new version means anyway, of which nothing is lost; null if there is none
     * @param reason sentence for the person who loses the value
     */
    record Drop(Path from, @Nullable ValueSource implied, String reason) implements MigrationRule {
        public Drop(Path from, String reason) {
            this(from, null, reason);
        }
    }

    /**
     * A leaf of the new version gets a value wherever its parent is and it has none.
     *
     * @param reason sentence for the person who finds the value
     */
    record Default(Path to, ValueSource source, String reason) implements MigrationRule {}

    /** What is at {@code from} is left to {@link Migration#complete}; what that does not account for is lost, and named. */
    record LeaveToCode(Path from) implements MigrationRule {}
}
