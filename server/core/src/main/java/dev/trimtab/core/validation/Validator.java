package dev.trimtab.core.validation;

import com.google.common.base.VerifyException;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.ModelLoadException;
import dev.trimtab.core.xpath.XPathCompiler;
import dev.trimtab.core.xpath.XSchema;
import dev.trimtab.core.xpath.XSchemaBuilder;
import dev.trimtab.core.xpath.XTree;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidate;

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
        return new Validator(schema, new RuleIndex(RuleCompiler.compile(schema, new XPathCompiler(model.schema()))));
    }

    /**
     * Checks what a change can have touched; equals {@link #validateAll} of the result if the configuration was valid before.
     *
     * @param candidate a change of a whole tree
     */
    public Verdict validate(DataTreeCandidate candidate) {
        if (!candidate.getRootPath().isEmpty()) {
            throw new IllegalArgumentException("a change of a subtree: " + candidate.getRootPath());
        }
        var changed = candidate.getRootNode();
        NormalizedNode before = changed.dataBefore();
        NormalizedNode after = changed.dataAfter();
        if (before == null || after == null) {
            return after == null ? new Report().toVerdict() : validateAll(after);
        }
        var agenda = new Agenda(index);
        try {
            new ChangeWalk(index, agenda).children(new XTree(schema, after).root(), changed);
        } catch (VerifyException _) {
            // yangtools 14.0.23 cannot say what changed when a container that was not there is deleted and then written
            // to.
            return validateAll(after);
        }
        return verdict(agenda);
    }

    /**
     * Checks everything.
     *
     * @param root the whole tree
     */
    public Verdict validateAll(NormalizedNode root) {
        var agenda = new Agenda(index);
        agenda.addSubtree(new XTree(schema, root).root());
        return verdict(agenda);
    }

    private static Verdict verdict(Agenda agenda) {
        var report = new Report();
        agenda.check(report);
        return report.toVerdict();
    }
}
