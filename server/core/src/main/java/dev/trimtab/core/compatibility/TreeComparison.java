package dev.trimtab.core.compatibility;

import dev.trimtab.core.model.ChoiceStep;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.model.api.ChoiceSchemaNode;

/** Compares two schemas node by node: a node is the same one if its module, its name and its parent are. */
final class TreeComparison {
    private final LoadedModel old;
    private final LoadedModel now;
    private final Findings findings;
    private final NodeComparison nodes;
    private final Conditions conditions;

    TreeComparison(LoadedModel old, LoadedModel now, Findings findings) {
        this.old = old;
        this.now = now;
        this.findings = findings;
        this.conditions = new Conditions(findings);
        this.nodes = new NodeComparison(findings, conditions, new TypeComparison(findings));
    }

    void compare() {
        children(old.root(), now.root());
    }

    private void children(SchemaNode before, SchemaNode after) {
        for (SchemaNode child : before.children()) {
            SchemaNode same = after.child(child.qualifiedName());
            if (same == null) {
                findings.breaking(child, "node", "the " + kind(child) + " is gone");
            } else {
                same(child, same);
            }
        }
        for (SchemaNode child : after.children()) {
            if (before.child(child.qualifiedName()) == null) {
                added(child);
            }
        }
        choices(before, after);
    }

    private void same(SchemaNode before, SchemaNode after) {
        if (before.kind() != after.kind()) {
            findings.breaking(before, "node", "the " + kind(before) + " became a " + kind(after));
            return;
        }
        nodes.compare(before, after);
        moved(before, after);
        children(before, after);
    }

    private void added(SchemaNode node) {
        boolean optional = !isRequired(node) || conditions.isOfNewFeature(old, node);
        if (optional) {
            findings.nonBreaking(node, "node", "the " + kind(node) + " is new");
        } else {
            findings.breaking(node, "mandatory", "the " + kind(node) + " is new, and a configuration must have it");
        }
    }

    /** Whether the parent cannot be without the node. State is for the server to have. */
    private static boolean isRequired(SchemaNode node) {
        if (!node.config() || node.isKey()) {
            return false;
        }
        return switch (node.kind()) {
            case LEAF, ANYDATA -> node.mandatory() && node.choices().isEmpty();
            case LIST, LEAF_LIST ->
                ElementCounts.of(node).least() > 0 && node.choices().isEmpty();
            case CONTAINER ->
                !node.presence()
                        && node.choices().isEmpty()
                        && node.children().stream().anyMatch(TreeComparison::isRequired);
            case ROOT -> false;
        };
    }

    private void moved(SchemaNode before, SchemaNode after) {
        String oldCases = cases(before);
        String newCases = cases(after);
        if (oldCases.equals(newCases)) {
            return;
        }
        if (newCases.isEmpty()) {
            findings.nonBreaking(before, "choice", "it is no longer in " + oldCases);
        } else {
            findings.breaking(before, "choice", "it is in " + newCases + " now, whose other cases exclude it");
        }
    }

    private static String cases(SchemaNode node) {
        return node.choices().stream()
                .map(step -> "case '" + step.caseName().getLocalName() + "' of choice '"
                        + step.choice().getLocalName() + "'")
                .collect(Collectors.joining(" in "));
    }

    /** The choices themselves, which data does not show. */
    private void choices(SchemaNode before, SchemaNode after) {
        Map<String, ChoiceSchemaNode> newOnes = choicesOf(after);
        Map<String, ChoiceSchemaNode> oldOnes = choicesOf(before);
        newOnes.forEach((name, choice) -> {
            ChoiceSchemaNode same = oldOnes.get(name);
            boolean mandatory = choice.isMandatory() && after.config();
            if (mandatory && (same == null || !same.isMandatory())) {
                findings.breaking(after, "mandatory", "one case of choice '" + name + "' must be there now");
            }
            if (same != null && same.isMandatory() && !choice.isMandatory()) {
                findings.nonBreaking(after, "mandatory", "no case of choice '" + name + "' must be there any more");
            }
            if (same != null) {
                defaultCase(after, name, defaultOf(same), defaultOf(choice));
            }
        });
    }

    private void defaultCase(SchemaNode parent, String choice, @Nullable String before, @Nullable String after) {
        if (before == null && after != null) {
            findings.nonBreaking(parent, "default", "choice '" + choice + "' has the default case '" + after + "' now");
        } else if (before != null && !before.equals(after)) {
            String message = "the default case of choice '" + choice + "' was '" + before + "' and is "
                    + (after == null ? "none" : "'" + after + "'");
            findings.breaking(parent, "default", message);
        }
    }

    private static @Nullable String defaultOf(ChoiceSchemaNode choice) {
        return choice.getDefaultCase()
                .map(inCase -> inCase.getQName().getLocalName())
                .orElse(null);
    }

    private static Map<String, ChoiceSchemaNode> choicesOf(SchemaNode parent) {
        Map<String, ChoiceSchemaNode> choices = new LinkedHashMap<>();
        for (SchemaNode child : parent.children()) {
            for (ChoiceStep step : child.choices()) {
                choices.putIfAbsent(step.choice().getLocalName(), step.choiceNode());
            }
        }
        return choices;
    }

    static String kind(SchemaNode node) {
        return node.kind() == Kind.LEAF_LIST ? "leaf-list" : node.kind().name().toLowerCase(Locale.ROOT);
    }
}
