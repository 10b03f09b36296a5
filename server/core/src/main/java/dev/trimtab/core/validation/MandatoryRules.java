package dev.trimtab.core.validation;

import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XPathCompiler;
import dev.trimtab.core.xpath.XSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * Mandatory leaves, and the keys of list entries: RFC 7950 sections 7.6.5 and 7.8.2. Checked on the node around the leaf; within a case only
 * when the case is selected.
 */
final class MandatoryRules {
    private MandatoryRules() {}

    static List<Rule> of(XSchema parent, XPathCompiler compiler) {
        List<Rule> rules = new ArrayList<>();
        for (XSchema child : parent.children()) {
            if (child.node().isKey()) {
                rules.add(rule(parent, child, "key", compiler));
            } else if (child.node().mandatory() && isSingle(child)) {
                rules.add(rule(parent, child, "mandatory", compiler));
            }
        }
        return rules;
    }

    private static boolean isSingle(XSchema child) {
        return child.kind() == SchemaNode.Kind.LEAF || child.kind() == SchemaNode.Kind.ANYDATA;
    }

    private static Rule rule(XSchema parent, XSchema child, String name, XPathCompiler compiler) {
        String message = "'" + child.node().name() + "' is missing";
        return Rule.ofChildren(
                parent,
                CaseMates.with(parent, child),
                compiler.conditionsOfChild(parent, child),
                Change.ANY,
                (context, report) -> {
                    if (context.storedChild(child) == null && isRequired(context, child)) {
                        report.add(Paths.of(context, child), name, null, message, null);
                    }
                });
    }

    /** Whether {@code child}, with what is mandatory about it, applies to an instance of its parent. */
    static boolean isRequired(XNode parent, XSchema child) {
        XNode supposed = parent.supposed(child);
        return parent.casesAreSelected(child.cases())
                && child.conditions().stream().allMatch(condition -> condition.holds(supposed));
    }
}
