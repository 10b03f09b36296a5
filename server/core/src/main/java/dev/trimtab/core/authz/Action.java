package dev.trimtab.core.authz;

/** What a principal wants to do with a target. */
public enum Action {
    READ,
    WRITE,
    SUBSCRIBE,
    ROLLBACK,
    ADMIN
}
