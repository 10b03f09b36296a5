package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.XPath;
import dev.trimtab.core.xpath.XPathCompiler;
import dev.trimtab.core.xpath.XSchema;
import java.util.ArrayList;
import java.util.List;
import org.opendaylight.yangtools.yang.model.api.ElementCountConstraint;
import org.opendaylight.yangtools.yang.model.api.ElementCountConstraintAware;

/** {@code min-elements} and {@code max-elements}: RFC 7950 sections 7.7.5, 7.7.6, 15.2 and 15.3. Checked on the node around the list. */
final class CountRules {
    private CountRules() {}

    static List<Rule> of(XSchema parent, XPathCompiler compiler) {
        List<Rule> rules = new ArrayList<>();
        for (XSchema child : parent.children()) {
            if (child.node().effective() instanceof ElementCountConstraintAware counted) {
                counted.getElementCountConstraint().ifPresent(bounds -> add(parent, child, bounds, compiler, rules));
            }
        }
        return rules;
    }

    private static void add(
            XSchema parent, XSchema list, ElementCountConstraint bounds, XPathCompiler compiler, List<Rule> rules) {
        Integer most = bounds.getMaxElements();
        if (most != null) {
            rules.add(atMost(parent, list, most));
        }
        Integer least = bounds.getMinElements();
        if (least != null && least > 0) {
            rules.add(atLeast(parent, list, least, compiler));
        }
    }

    private static Rule atMost(XSchema parent, XSchema list, int most) {
        return Rule.ofChildren(parent, List.of(list), XPath.Dependencies.NONE, Change.ADDING, (context, report) -> {
            int count = context.storedCount(list);
            if (count > most) {
                String message = "has " + count + " entries, at most " + most + " are allowed";
                report.add(Paths.of(context, list), "max-elements", null, message, "too-many-elements");
            }
        });
    }

    private static Rule atLeast(XSchema parent, XSchema list, int least, XPathCompiler compiler) {
        var conditions = compiler.conditionsOfChild(parent, list);
        return Rule.ofChildren(parent, CaseMates.with(parent, list), conditions, Change.ANY, (context, report) -> {
            int count = context.storedCount(list);
            if (count < least && MandatoryRules.isRequired(context, list)) {
                String message = "has " + count + " entries, at least " + least + " are needed";
                report.add(Paths.of(context, list), "min-elements", null, message, "too-few-elements");
            }
        });
    }
}
