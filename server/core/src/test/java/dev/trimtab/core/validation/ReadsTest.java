package dev.trimtab.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.xpath.RandomExpressions;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XPath;
import dev.trimtab.core.xpath.XSchema;
import dev.trimtab.core.xpath.XSchemaBuilder;
import dev.trimtab.core.xpath.XTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidate;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/** What an expression is said to read is all that it reads: where a change alters its value, it is evaluated again. */
class ReadsTest {
    private static final int EXPRESSIONS = 150;
    private static final int EDITS = 400;

    /** A change that leaves fewer nodes is looked at and not kept, so that there is something to change. */
    private static final int SIZE_KEPT = 15;

    /** Make a truth of some nodes that changes with most of their changes. */
    private static final List<String> WRAPPINGS = List.of(
            "%s",
            "count(%s) mod 2 = 1",
            "string-length(%s) mod 2 = 1",
            "sum(%s) > 4",
            "%s = 'a'",
            "%s != 'b'",
            "local-name(%s) = 'k'");

    private static final String STATEMENTS = """
            container c {
              leaf n { type uint8; default 3; } leaf s { type string; } leaf e { type string; default b; }
              leaf-list m { type int8; ordered-by user; }
              list l { key k; ordered-by user; leaf k { type string; } leaf v { type int8; }
                container p { leaf q { type uint8; default 1; } }
                list l { key k; leaf k { type string; } } }
              choice x { default y; case y { leaf none { type string; default a; } } case z { leaf other { type string; } } }
            }""";

    /** An expression and the context that it is a {@code must} of. */
    private record Subject(XPath xpath, String text, XSchema context) {}

    @DisplayName("YV-29: an expression is evaluated again wherever a change alters its value")
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void expressionWhoseValueChangesIsEvaluatedAgain(long seed) throws DataValidationFailedException {
        var random = new Random(seed);
        var expressions = new RandomExpressions(random);
        LoadedModel model = Models.inline(STATEMENTS);
        XSchema root = XSchemaBuilder.build(model.root(), model.schema());
        List<XSchema> contexts = below(root);
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < EXPRESSIONS; i++) {
            subjects.add(subject(
                    WRAPPINGS.get(i % WRAPPINGS.size()).formatted(expressions.nextNodes()),
                    contexts.get(random.nextInt(contexts.size())),
                    model));
        }
        DataTree tree = model.newTree();
        var edits = new RandomEdits(random);
        int altered = 0;

        for (int i = 0; i < EDITS; i++) {
            DataTreeCandidate candidate = prepare(tree, edits, model);
            NormalizedNode before = candidate.getRootNode().dataBefore();
            NormalizedNode after = candidate.getRootNode().dataAfter();
            if (before != null && after != null) {
                Delta changed = Delta.ofRoot(before.name(), candidate.getRootNode());
                for (Subject subject : subjects) {
                    altered += requireEvaluated(subject, new XTree(root, before), new XTree(root, after), changed);
                }
            }
            if (after != null && (before == null || size(root, after) >= Math.min(size(root, before), SIZE_KEPT))) {
                tree.commit(candidate);
            }
        }
        assertThat(altered).as("seed %d altered values", seed).isGreaterThan(50);
    }

    private static int requireEvaluated(Subject subject, XTree before, XTree after, Delta changed) {
        Map<String, Boolean> old = values(subject, before);
        Map<String, Boolean> now = values(subject, after);
        Set<String> evaluated = evaluated(subject, before, after, changed);
        int altered = 0;
        for (Map.Entry<String, Boolean> value : now.entrySet()) {
            if (!value.getValue().equals(old.getOrDefault(value.getKey(), value.getValue()))) {
                altered++;
                assertThat(evaluated)
                        .as("'%s' after %s", subject.text(), changed)
                        .contains(value.getKey());
            }
        }
        return altered;
    }

    private static Map<String, Boolean> values(Subject subject, XTree tree) {
        Map<String, Boolean> values = new HashMap<>();
        for (XNode node : instances(tree.root(), subject.context())) {
            tree.beginEvaluation();
            values.put(Paths.of(node).toString(), subject.xpath().holds(node));
        }
        return values;
    }

    private static Set<String> evaluated(Subject subject, XTree before, XTree after, Delta changed) {
        Set<String> evaluated = new HashSet<>();
        Rule rule = Rule.of(
                subject.context(),
                subject.xpath().dependencies(),
                (node, _) -> evaluated.add(Paths.of(node).toString()));
        var builder = new RuleIndex.Builder(_ -> XPath.Dependencies.NONE);
        builder.add(rule);
        RuleIndex index = builder.build();
        var agenda = new Agenda(index);
        ConstraintIndexes known = indexes(index, before);
        new ChangeWalk(index, agenda, new Readers(index, agenda, known, after.root()))
                .children(before.root(), after.root(), changed);
        agenda.check(known, new Report());
        return evaluated;
    }

    private static ConstraintIndexes indexes(RuleIndex index, XTree tree) {
        return new WholeTree(index, tree.root(), new Report()).indexes();
    }

    private static Subject subject(String text, XSchema context, LoadedModel model) {
        return new Subject(RandomExpressions.compile(text, context, model), text, context);
    }

    private static DataTreeCandidate prepare(DataTree tree, RandomEdits edits, LoadedModel model)
            throws DataValidationFailedException {
        while (true) {
            DataTreeModification modification = tree.takeSnapshot().newModification();
            try {
                edits.apply(model.root(), modification);
                modification.ready();
                tree.validate(modification);
                return tree.prepare(modification);
            } catch (IllegalArgumentException | DataValidationFailedException _) {
                // an edit that yangtools' own tree refuses: the next one
            }
        }
    }

    private static long size(XSchema root, NormalizedNode data) {
        XNode top = new XTree(root, data).root();
        return below(root).stream()
                .mapToLong(schema -> instances(top, schema).size())
                .sum();
    }

    private static List<XSchema> below(XSchema schema) {
        List<XSchema> all = new ArrayList<>();
        for (XSchema child : schema.children()) {
            all.add(child);
            all.addAll(below(child));
        }
        return all;
    }

    private static List<XNode> instances(XNode at, XSchema schema) {
        if (at.schema() == schema) {
            return List.of(at);
        }
        List<XNode> all = new ArrayList<>();
        for (XSchema child : at.schema().children()) {
            if (schema.isWithin(child)) {
                at.children(child).forEach(node -> all.addAll(instances(node, schema)));
            }
        }
        return all;
    }
}
