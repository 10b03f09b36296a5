package dev.trimtab.core.model;

import dev.trimtab.model.Path;
import dev.trimtab.model.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The violations found in one JSON text, in its order, as far as they are kept. */
final class JsonProblems {
    private static final int KEPT_MAX = 100;

    private record Problem(
            Supplier<Path> place,
            String rule,
            @Nullable String value,
            String message,
            @Nullable String appTag) {}

    private final List<Problem> problems = new ArrayList<>();

    boolean isEmpty() {
        return problems.isEmpty();
    }

    void add(JsonPlace place, String rule, @Nullable String value, String message) {
        add(new Problem(place::path, rule, value, message, null));
    }

    void add(JsonPlace place, String value, InvalidValueException e) {
        add(new Problem(place::path, e.rule(), value, e.message(), e.appTag()));
    }

    /** A member that the model does not have. */
    void addUnknown(JsonPlace parent, String name, String rule, @Nullable String value, String message) {
        add(new Problem(() -> parent.path().child(name.isEmpty() ? "''" : name), rule, value, message, null));
    }

    private void add(Problem problem) {
        if (problems.size() < KEPT_MAX) {
            problems.add(problem);
        }
    }

    List<Violation> violations() {
        return problems.stream()
                .map(problem -> new Violation(
                        problem.place.get(), problem.rule, problem.value, problem.message, problem.appTag))
                .toList();
    }
}
