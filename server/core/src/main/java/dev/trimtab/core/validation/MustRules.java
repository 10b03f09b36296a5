package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.XPath;
import dev.trimtab.core.xpath.XPathCompiler;
import dev.trimtab.core.xpath.XSchema;
import java.util.List;
import org.opendaylight.yangtools.yang.model.api.MustConstraintAware;
import org.opendaylight.yangtools.yang.model.api.MustDefinition;

/** {@code must}: RFC 7950 sections 7.5.3 and 15.4. */
final class MustRules {
    private static final String APP_TAG = "must-violation";

    private MustRules() {}

    static List<Rule> of(XSchema node, XPathCompiler compiler) {
        if (node.parent() == null || !(node.node().effective() instanceof MustConstraintAware constrained)) {
            return List.of();
        }
        return constrained.getMustConstraints().stream()
                .map(must -> rule(node, must, compiler))
                .toList();
    }

    private static Rule rule(XSchema node, MustDefinition must, XPathCompiler compiler) {
        String text = text(must);
        String message = must.getErrorMessage().orElse("'" + text + "' is not true");
        String appTag = must.getErrorAppTag().orElse(APP_TAG);
        XPath condition = Compiling.of(
                node,
                "must",
                text,
                () -> compiler.compile(must.getXpath(), node.name().getModule(), node));
        return Rule.of(node, condition.dependencies(), (context, report) -> {
            if (!condition.holds(context)) {
                report.add(context, "must", message, appTag);
            }
        });
    }

    private static String text(MustDefinition must) {
        var declared = must.asEffectiveStatement().getDeclared();
        String raw = declared == null ? null : declared.rawArgument();
        return raw == null ? must.getXpath().toString() : raw;
    }
}
