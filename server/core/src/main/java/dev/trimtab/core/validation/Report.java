package dev.trimtab.core.validation;

import dev.trimtab.core.model.Instance;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.model.Path;
import dev.trimtab.model.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects violations while a configuration is validated, up to a bound. */
final class Report {
    private static final Comparator<Violation> ORDER = Comparator.comparing(
                    (Violation each) -> each.path().toString())
            .thenComparing(Violation::rule)
            .thenComparing(Violation::message)
            .thenComparing(each -> String.valueOf(each.value()));

    private final List<Violation> violations = new ArrayList<>();
    private final Set<XNode> withered = new LinkedHashSet<>();

    /** Reports {@code node}, with its value if it is a leaf. */
    void add(XNode node, String rule, String message, @Nullable String appTag) {
        add(Paths.of(node), rule, node.value() == null ? null : node.text(), message, appTag);
    }

    void add(Path path, String rule, @Nullable String value, String message, @Nullable String appTag) {
        if (!isFull()) {
            violations.add(new Violation(path, rule, value, message, appTag));
        }
    }

    /** Reports a stored node that may not exist. */
    void addWithered(XNode node, String message) {
        withered.add(node);
        add(node, "when", message, null);
    }

    boolean isFull() {
        return violations.size() >= Validator.VIOLATIONS_MAX;
    }

    /** Violations by path, then rule, then message: the same whatever the order of the checks. */
    Verdict toVerdict(ConstraintIndexes indexes) {
        Set<Instance> topmost = withered.stream()
                .filter(node -> !isBelowWithered(node))
                .map(Paths::instance)
                .collect(Collectors.toUnmodifiableSet());
        return new Verdict(violations.stream().sorted(ORDER).toList(), topmost, indexes);
    }

    private boolean isBelowWithered(XNode node) {
        for (XNode at = node.parent(); at != null; at = at.parent()) {
            if (withered.contains(at)) {
                return true;
            }
        }
        return false;
    }
}
