package dev.trimtab.core.transaction;

import java.util.Set;

/** A candidate cannot be judged before these questions are answered. */
final class UnansweredException extends RuntimeException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // never leaves this process
    private final Set<Question<?>> questions;

    UnansweredException(Set<Question<?>> questions) {
        super(questions.size() + " questions are open", null, false, false);
        this.questions = Set.copyOf(questions);
    }

    Set<Question<?>> questions() {
        return questions;
    }
}
