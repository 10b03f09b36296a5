package dev.trimtab.core.transaction;

/**
 * What a candidate has to know and takes time to find out: the committer asks, the caller's thread answers.
 *
 * <p>A question holds all that its answer depends on. Equal questions have equal answers, so that an answer that was found for one
 * candidate is good for a later one that asks the same, and for no other. Immutable, with {@code equals} by content.
 *
 * @param <A> the answer
 */
interface Question<A> {
    /**
     * Finds the answer; may block, within bounds of its own.
     *
     * @throws dev.trimtab.core.failure.FailureException with what is wrong: the command is refused
     */
    A answer();
}
