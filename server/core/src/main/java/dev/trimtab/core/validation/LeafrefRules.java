package dev.trimtab.core.validation;

import dev.trimtab.core.model.LeafType;
import dev.trimtab.core.xpath.XPath;
import dev.trimtab.core.xpath.XPathCompiler;
import dev.trimtab.core.xpath.XSchema;
import java.util.List;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;

/**
 * Leafrefs that require an instance: RFC 7950 sections 9.9 and 15.5.
 *
 * <p>A new instance of the target breaks none. When one goes, every referrer that could have meant it looks for its target
 * again: a known cost, proportional to the number of referrers.
 */
final class LeafrefRules {
    private LeafrefRules() {}

    static List<Rule> of(XSchema node, XPathCompiler compiler) {
        LeafType type = node.type();
        if (type == null
                || !(type.definition() instanceof LeafrefTypeDefinition leafref)
                || !leafref.requireInstance()) {
            return List.of();
        }
        String path = leafref.getPathStatement().getOriginalString();
        XPath target = Compiling.of(node, "path", path, () -> compiler.leafref(node));
        return List.of(Rule.of(node, target.dependencies(), Change.REMOVING, (context, report) -> {
            if (!target.holds(context)) {
                String message = "refers to '" + path + "', where '" + context.text() + "' does not exist";
                report.add(context, "leafref", message, "instance-required");
            }
        }));
    }
}
