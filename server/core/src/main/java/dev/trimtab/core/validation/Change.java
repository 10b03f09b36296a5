package dev.trimtab.core.validation;

import java.util.Set;

/** What happened to an instance of a node that a rule reads. */
enum Change {
    CREATED,
    DELETED,
    /** It has another value, or what stands in for it while nothing is stored came or went. */
    ALTERED;

    static final Set<Change> ANY = Set.of(values());
    static final Set<Change> ADDING = Set.of(CREATED, ALTERED);
    static final Set<Change> REMOVING = Set.of(DELETED, ALTERED);
}
