package dev.trimtab.core.compatibility;

import dev.trimtab.core.model.SchemaNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects findings. */
final class Findings {
    private static final Comparator<Finding> IN_ORDER = Comparator.comparing(Finding::impact)
            .thenComparing(Finding::where)
            .thenComparing(Finding::what)
            .thenComparing(Finding::message);

    private final List<Finding> found = new ArrayList<>();

    void add(Impact impact, String where, String what, String message) {
        found.add(new Finding(impact, where, what, message));
    }

    void breaking(SchemaNode node, String what, String message) {
        add(Impact.BREAKING, node.path().toString(), what, message);
    }

    void nonBreaking(SchemaNode node, String what, String message) {
        add(Impact.NON_BREAKING, node.path().toString(), what, message);
    }

    void editorial(SchemaNode node, String what, String message) {
        add(Impact.EDITORIAL, node.path().toString(), what, message);
    }

    List<Finding> inOrder() {
        return found.stream().sorted(IN_ORDER).distinct().toList();
    }
}
