package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.ChoiceSchema;
import dev.trimtab.core.xpath.When;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XPath;
import dev.trimtab.core.xpath.XPathCompiler;
import dev.trimtab.core.xpath.XSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Choices: at most one case, and one if the choice is mandatory. RFC 7950 sections 7.9 and 15.6. */
final class ChoiceRules {
    private ChoiceRules() {}

    static List<Rule> of(XSchema parent, XPathCompiler compiler) {
        List<Rule> rules = new ArrayList<>();
        for (ChoiceSchema choice : parent.choices()) {
            rules.add(oneCase(parent, choice));
            if (choice.mandatory()) {
                rules.add(mandatory(parent, choice, compiler));
            }
        }
        return rules;
    }

    private static Rule oneCase(XSchema parent, ChoiceSchema choice) {
        List<XSchema> members = CaseMates.in(parent, choice.name());
        return Rule.ofChildren(parent, members, XPath.Dependencies.NONE, Change.ADDING, (context, report) -> {
            List<String> selected = choice.cases().stream()
                    .filter(each -> each.isSelected(choice.stored(context)))
                    .map(each -> each.caseName().getLocalName())
                    .toList();
            if (selected.size() > 1) {
                String message =
                        "nodes of more than one case of '" + name(choice) + "': " + String.join(", ", selected);
                report.add(context, "choice", message, null);
            }
        });
    }

    private static Rule mandatory(XSchema parent, ChoiceSchema choice, XPathCompiler compiler) {
        List<XSchema> members = outermostMembers(parent, choice);
        List<XPath> conditions = choice.whens().stream()
                .map(when -> condition(parent, when, compiler))
                .toList();
        String cases = choice.cases().stream()
                .map(each -> each.caseName().getLocalName())
                .collect(Collectors.joining(", "));
        String message = "nothing of the choice '" + name(choice) + "': one of " + cases + " is needed";
        return Rule.ofChildren(parent, members, XPath.Dependencies.all(conditions), Change.ANY, (context, report) -> {
            if (isMissing(context, choice) && conditions.stream().allMatch(each -> each.holds(context))) {
                report.add(context, "mandatory", message, "missing-choice");
            }
        });
    }

    private static boolean isMissing(XNode context, ChoiceSchema choice) {
        var stored = choice.stored(context);
        return (stored == null || stored.isEmpty()) && context.casesAreSelected(choice.outer());
    }

    private static XPath condition(XSchema parent, When when, XPathCompiler compiler) {
        return Compiling.of(
                parent, "when", when.text(), () -> compiler.compile(when.expression(), when.module(), parent));
    }

    private static List<XSchema> outermostMembers(XSchema parent, ChoiceSchema choice) {
        Set<XSchema> members = new LinkedHashSet<>(CaseMates.in(parent, choice.name()));
        choice.outer()
                .forEach(step ->
                        members.addAll(CaseMates.in(parent, step.choice().getNodeType())));
        return List.copyOf(members);
    }

    private static String name(ChoiceSchema choice) {
        return choice.name().getLocalName();
    }
}
