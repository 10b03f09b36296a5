package dev.trimtab.core.transaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was found out for one command, and what its candidate asked besides. Not thread-safe. */
final class Answers {
    private final Map<Question<?>, Object> known;
    private final Set<Question<?>> open = new LinkedHashSet<>();

    private Answers(Map<Question<?>, Object> known) {
        this.known = known;
    }

    static Answers none() {
        return new Answers(Map.of());
    }

    /** The answer to a question; where it is not known the question is noted. */
    @SuppressWarnings("unchecked") // put in beside its question in with()
    <A> Optional<A> find(Question<A> question) {
        Object answer = known.get(question);
        if (answer == null) {
            open.add(question);
        }
        return Optional.ofNullable((A) answer);
    }

    /** @throws UnansweredException with every question that was noted, if there is one */
    void requireAll() {
        if (!open.isEmpty()) {
            throw new UnansweredException(open);
        }
    }

    /** These and the answers to {@code questions}, which are found now. */
    Answers with(Collection<Question<?>> questions) {
        Map<Question<?>, Object> more = new HashMap<>(known);
        for (Question<?> question : new ArrayList<>(questions)) {
            more.put(question, question.answer());
        }
        return new Answers(more);
    }
}
