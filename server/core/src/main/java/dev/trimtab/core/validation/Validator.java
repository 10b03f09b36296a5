package dev.trimtab.core.validation;

import dev.trimtab.core.model.Existence;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.ModelLoadException;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XSchema;
import dev.trimtab.core.xpath.XSchemaBuilder;
import dev.trimtab.core.xpath.XTree;
import java.util.List;
import java.util.Set;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidate;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidateNode;

/**
 * All constraints of one model that YANG types alone do not carry, compiled once; thread-safe.
 *
 * <p>Violations come sorted by path, rule and message; at most {@link #VIOLATIONS_MAX} of them, so that a configuration that is
 * wrong throughout costs no more than it helps.
 */
public final class Validator {
    public static final int VIOLATIONS_MAX = 1000;

    private final XSchema schema;
    private final RuleIndex index;

    private Validator(XSchema schema, RuleIndex index) {
        this.schema = schema;
        this.index = index;
    }

    /**
     * Compiles the constraints of a model.
     *
     * @throws ModelLoadException for an expression that cannot be compiled, naming module, node, expression and reason
     */
    public static Validator compile(LoadedModel model) {
        XSchema schema = XSchemaBuilder.build(model.root(), model.schema());
        var extensions = model.description().xpathExtensions();
        return new Validator(schema, RuleCompiler.compile(schema, model.schema(), extensions));
    }

    /**
     * Checks what a change can have touched; equals {@link #validateAll} of the result if the configuration was valid before. A tree
     * without any content is no configuration yet: it breaks nothing, and the first change of it is checked as a whole.
     *
     * @param known the indexes of the tree before the change
     * @param candidate a change of a whole tree
     * @return the verdict, with the indexes of the tree after the change
     */
    public Verdict validate(ConstraintIndexes known, DataTreeCandidate candidate) {
        return validate(known, candidate, true);
    }

    /**
     * The indexes of the tree after a change that is known to be valid. What is {@link ConstraintIndexes#UNKNOWN} stays so.
     *
     * @param known the indexes of the tree before the change
     * @param candidate a change of a whole tree
     */
    public ConstraintIndexes follow(ConstraintIndexes known, DataTreeCandidate candidate) {
        return known.isKnown() ? validate(known, candidate, false).indexes() : known;
    }

    /**
     * Checks everything.
     *
     * @param root the whole tree
     */
    public Verdict validateAll(NormalizedNode root) {
        return validateAll(root, true);
    }

    /**
     * Which defaults are in use in a configuration; for one thread.
     *
     * @param root the whole tree
     */
    public Existence existence(NormalizedNode root) {
        Set<SchemaNode> conditional = index.implied().conditional();
        return conditional.isEmpty()
                ? Existence.UNCONDITIONAL
                : new TreeExistence(conditional, new XTree(schema, root).root());
    }

    /**
     * The topmost nodes that exist by default in one of two configurations and do not exist in the other, because of a {@code when}
     * or of the case that is selected in a choice. Costs what the change can have touched.
     *
     * @param before the whole tree before the change
     * @param after the whole tree after it
     * @param edited the topmost nodes that were put or deleted; what is at or below one of them is not in the answer
     */
    public List<Instance> implied(NormalizedNode before, NormalizedNode after, List<Instance> edited) {
        return ImpliedChanges.of(
                index.implied(), new XTree(schema, before).root(), new XTree(schema, after).root(), edited);
    }

    private Verdict validate(ConstraintIndexes known, DataTreeCandidate candidate, boolean check) {
        if (!candidate.getRootPath().isEmpty()) {
            throw new IllegalArgumentException("a change of a subtree: " + candidate.getRootPath());
        }
        DataTreeCandidateNode changed = candidate.getRootNode();
        NormalizedNode before = changed.dataBefore();
        NormalizedNode after = changed.dataAfter();
        if (after == null) {
            return new Verdict(List.of(), Set.of(), ConstraintIndexes.empty(index.slots()));
        }
        if (before == null || ((ContainerNode) before).isEmpty()) {
            return validateAll(after, check);
        }
        ConstraintIndexes present =
                known.isKnown() ? known : validateAll(before, false).indexes();
        return validate(
                present,
                new XTree(schema, before).root(),
                new XTree(schema, after).root(),
                Delta.ofRoot(before.name(), changed),
                check);
    }

    private Verdict validate(ConstraintIndexes known, XNode before, XNode after, Delta changed, boolean check) {
        var agenda = new Agenda(index);
        var readers = new Readers(index, agenda, known, after);
        new ChangeWalk(index, agenda, readers).children(before, after, changed);
        var report = new Report();
        ConstraintIndexes indexes = agenda.update(known, before, after, report);
        if (check) {
            agenda.check(indexes, report);
        }
        return report.toVerdict(indexes);
    }

    private Verdict validateAll(NormalizedNode root, boolean check) {
        var report = new Report();
        var tree = new WholeTree(index, new XTree(schema, root).root(), report);
        ConstraintIndexes indexes = tree.indexes();
        if (check) {
            tree.check(indexes);
        }
        return report.toVerdict(indexes);
    }
}
