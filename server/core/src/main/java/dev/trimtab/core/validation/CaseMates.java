package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.CaseStep;
import dev.trimtab.core.xpath.XSchema;
import java.util.List;
import org.opendaylight.yangtools.yang.common.QName;

/** The nodes that share a choice: which of them exist decides what the choice asks of the others. */
final class CaseMates {
    private CaseMates() {}

    /** All children of {@code parent} in the outermost choice around {@code child}; the child alone without a choice. */
    static List<XSchema> with(XSchema parent, XSchema child) {
        if (child.cases().isEmpty()) {
            return List.of(child);
        }
        CaseStep outermost = child.cases().getFirst();
        return in(parent, outermost.choice().getNodeType());
    }

    /** All children of {@code parent} in {@code choice}, also in choices within. */
    static List<XSchema> in(XSchema parent, QName choice) {
        return parent.children().stream()
                .filter(child -> child.cases().stream()
                        .anyMatch(step -> step.choice().getNodeType().equals(choice)))
                .toList();
    }
}
