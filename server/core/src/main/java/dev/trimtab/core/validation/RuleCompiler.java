package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.XPathCompiler;
import dev.trimtab.core.xpath.XSchema;
import dev.trimtab.model.XPathExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;

/** Turns the statements of a model into rules. */
final class RuleCompiler {
    private final XPathCompiler xpaths;
    private final RequireInstance requireInstance;
    private final RuleIndex.Builder rules;

    private RuleCompiler(XPathCompiler xpaths, RequireInstance requireInstance) {
        this.xpaths = xpaths;
        this.requireInstance = requireInstance;
        this.rules = new RuleIndex.Builder(xpaths::existence);
    }

    /** All rules at {@code root} and below. */
    static RuleIndex compile(XSchema root, EffectiveModelContext model, Set<XPathExtension> extensions) {
        var compiler = new RuleCompiler(new XPathCompiler(model, extensions), new RequireInstance(model));
        compiler.addAll(root);
        return compiler.rules.build();
    }

    private void addAll(XSchema node) {
        List<Rule> found = new ArrayList<>();
        found.addAll(WhenRules.of(node, xpaths));
        found.addAll(MustRules.of(node, xpaths));
        found.addAll(ChoiceRules.of(node, xpaths));
        found.addAll(MandatoryRules.of(node, xpaths));
        found.addAll(CountRules.of(node, xpaths));
        if (!found.isEmpty()) {
            var existence = xpaths.existence(node);
            found.forEach(rule -> rules.add(rule.dependingOn(existence)));
        }
        ReferenceRules.add(node, xpaths, requireInstance, rules);
        UniqueRules.of(node, xpaths).forEach(rules::add);
        node.children().forEach(this::addAll);
    }
}
