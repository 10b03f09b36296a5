package dev.trimtab.core.compatibility;

/** What a change means for a client of the old version, the worst first. */
public enum Impact {
    /** What it sent or read yesterday may be refused, gone, or mean something else. */
    BREAKING,
    /** It can go on as it is; there is something new for those who know of it. */
    NON_BREAKING,
    /** Only people notice. */
    EDITORIAL
}
