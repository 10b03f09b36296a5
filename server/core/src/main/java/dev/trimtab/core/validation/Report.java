package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.XNode;
import dev.trimtab.model.Path;
import dev.trimtab.model.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects violations while a configuration is validated, up to a bound. */
final class Report {
    private static final Comparator<Violation> ORDER = Comparator.comparing(
                    (Violation each) -> each.path().toString())
            .thenComparing(Violation::rule)
            .thenComparing(Violation::message)
            .thenComparing(each -> String.valueOf(each.value()));

    private final List<Violation> violations = new ArrayList<>();

    /** Reports {@code node}, with its value if it is a leaf. */
    void add(XNode node, String rule, String message, @Nullable String appTag) {
        add(Paths.of(node), rule, node.value() == null ? null : node.text(), message, appTag);
    }

    void add(Path path, String rule, @Nullable String value, String message, @Nullable String appTag) {
        if (!isFull()) {
            violations.add(new Violation(path, rule, value, message, appTag));
        }
    }

    boolean isFull() {
        return violations.size() >= Validator.VIOLATIONS_MAX;
    }

    /** By path, then rule, then message: the same whatever the order of the checks. */
    List<Violation> sorted() {
        return violations.stream().sorted(ORDER).toList();
    }
}
