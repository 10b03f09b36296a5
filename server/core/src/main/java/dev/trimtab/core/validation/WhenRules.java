package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.Condition;
import dev.trimtab.core.xpath.When;
import dev.trimtab.core.xpath.XPath;
import dev.trimtab.core.xpath.XPathCompiler;
import dev.trimtab.core.xpath.XSchema;
import java.util.ArrayList;
import java.util.List;

/** {@code when}, of the node itself and of the choices, cases, augments and uses around it: RFC 7950 section 7.21.5. */
final class WhenRules {
    private WhenRules() {}

    /** The rules of one node; gives the node its compiled conditions too. */
    static List<Rule> of(XSchema node, XPathCompiler compiler) {
        List<Rule> rules = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        for (When when : node.whens()) {
            XPath condition = Compiling.of(node, "when", when.text(), () -> compiler.when(when, node));
            conditions.add(condition::holds);
            rules.add(rule(node, when, condition));
        }
        node.setConditions(conditions);
        return rules;
    }

    /** What is not stored does not exist when the condition is false, and breaks nothing. */
    private static Rule rule(XSchema node, When when, XPath condition) {
        String message = "does not exist here: its condition '" + when.text() + "' is not true";
        return Rule.ofExistence(node, condition.dependencies(), (context, report) -> {
            if (context.stored() != null && !condition.holds(context)) {
                report.addWithered(context, message);
            }
        });
    }
}
