package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.XPathCompiler;
import dev.trimtab.core.xpath.XSchema;
import java.util.ArrayList;
import java.util.List;

/** Turns the statements of a model into rules. */
final class RuleCompiler {
    private final XPathCompiler xpaths;
    private final List<Rule> rules = new ArrayList<>();

    private RuleCompiler(XPathCompiler xpaths) {
        this.xpaths = xpaths;
    }

    /** All rules at {@code root} and below. */
    static List<Rule> compile(XSchema root, XPathCompiler xpaths) {
        var compiler = new RuleCompiler(xpaths);
        compiler.addAll(root);
        return compiler.rules;
    }

    private void addAll(XSchema node) {
        List<Rule> found = new ArrayList<>();
        found.addAll(WhenRules.of(node, xpaths));
        found.addAll(MustRules.of(node, xpaths));
        found.addAll(LeafrefRules.of(node, xpaths));
        found.addAll(ChoiceRules.of(node, xpaths));
        found.addAll(MandatoryRules.of(node, xpaths));
        found.addAll(CountRules.of(node, xpaths));
        found.addAll(UniqueRules.of(node));
        var existence = xpaths.existence(node);
        found.forEach(rule -> rules.add(rule.dependingOn(existence)));
        node.children().forEach(this::addAll);
    }
}
