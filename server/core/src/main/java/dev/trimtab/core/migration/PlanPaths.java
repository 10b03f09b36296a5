package dev.trimtab.core.migration;

import dev.trimtab.core.migration.Step.KeySource;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the nodes that the paths of a plan name, and what their variables stand for. */
final class PlanPaths {
    private static final String TARGET = "{target}";

    private PlanPaths() {}

    /** A rule that does not fit its models; the message is part of a sentence. */
    static final class MistakeException extends Exception {
        private static final long serialVersionUID = 1;

        MistakeException(String message) {
            super(message, null, false, false);
        }
    }

    /** A path of the old version: its node, and the key that each variable stands for. */
    record OldPath(SchemaNode node, Map<String, SchemaNode> variables) {}

    static OldPath old(LoadedModel model, Path path) throws MistakeException {
        Map<String, SchemaNode> variables = new HashMap<>();
        SchemaNode node = model.root();
        for (PathElement element : path.elements()) {
            node = child(model, node, element, path);
            for (SchemaNode key : node.keyNodes()) {
                String variable = element.keys().getOrDefault(key.name(), "{" + key.name() + "}");
                if (!isVariable(variable) || variable.equals(TARGET)) {
                    throw new MistakeException(path + ": key '" + key.name() + "' must be a variable in braces");
                }
                if (variables.put(variable, key) != null) {
                    throw new MistakeException(path + ": two keys have the variable " + variable);
                }
            }
        }
        return new OldPath(node, variables);
    }

    static List<Step> steps(LoadedModel model, Path path, Map<String, SchemaNode> variables) throws MistakeException {
        List<Step> steps = new ArrayList<>();
        SchemaNode node = model.root();
        for (PathElement element : path.elements()) {
            node = child(model, node, element, path);
            List<KeySource> keys = new ArrayList<>();
            for (SchemaNode key : node.keyNodes()) {
                keys.add(source(key, element, path, variables));
            }
            steps.add(new Step(node, keys));
        }
        return steps;
    }

    private static KeySource source(SchemaNode key, PathElement element, Path path, Map<String, SchemaNode> variables)
            throws MistakeException {
        String text = element.keys().getOrDefault(key.name(), "{" + key.name() + "}");
        if (text.equals(TARGET)) {
            return new KeySource.TargetName();
        }
        if (!isVariable(text)) {
            requireValue(key, text, path);
            return new KeySource.Constant(text);
        }
        SchemaNode bound = variables.get(text);
        if (bound == null) {
            throw new MistakeException(path + ": nothing binds the variable " + text);
        }
        return new KeySource.Bound(bound);
    }

    /** The nodes of a path of the new version that goes through whole lists. */
    static List<SchemaNode> way(LoadedModel model, Path path) throws MistakeException {
        List<SchemaNode> way = new ArrayList<>();
        SchemaNode node = model.root();
        for (PathElement element : path.elements()) {
            if (!element.keys().isEmpty()) {
                throw new MistakeException(path + ": a default is for all entries of a list, without keys");
            }
            node = child(model, node, element, path);
            way.add(node);
        }
        return way;
    }

    static void requireValue(SchemaNode leaf, String text, Path path) throws MistakeException {
        if (Conversions.convert(null, text, leaf.type()) instanceof Conversions.Converted.Unfit(String reason)) {
            throw new MistakeException(path + ": '" + leaf.name() + "' cannot be '" + text + "': " + reason);
        }
    }

    private static SchemaNode child(LoadedModel model, SchemaNode parent, PathElement element, Path path)
            throws MistakeException {
        SchemaNode child = parent.child(element.name());
        if (child == null || !child.config()) {
            throw new MistakeException(model + " has no configuration node '" + element.name() + "' of " + path);
        }
        if (!child.keys().containsAll(element.keys().keySet())) {
            throw new MistakeException(path + ": '" + child.name() + "' has the keys " + child.keys());
        }
        return child;
    }

    private static boolean isVariable(String text) {
        return text.length() > 2 && text.startsWith("{") && text.endsWith("}");
    }

    /** Whether a node holds a value and no other nodes. */
    static boolean isLeafLike(SchemaNode node) {
        return switch (node.kind()) {
            case LEAF, LEAF_LIST, ANYDATA -> true;
            case ROOT, CONTAINER, LIST -> false;
        };
    }

    static boolean isLeaf(SchemaNode node) {
        return node.kind() == Kind.LEAF;
    }
}
