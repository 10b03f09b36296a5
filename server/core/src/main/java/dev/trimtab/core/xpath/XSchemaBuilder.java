package dev.trimtab.core.xpath;

import dev.trimtab.core.model.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import org.opendaylight.yangtools.yang.model.api.CaseSchemaNode;
import org.opendaylight.yangtools.yang.model.api.ChoiceSchemaNode;
import org.opendaylight.yangtools.yang.model.api.DataNodeContainer;
import org.opendaylight.yangtools.yang.model.api.DataSchemaNode;

/** Builds the tree of {@link XSchema} for a model's configuration. */
public final class XSchemaBuilder {
    private final SchemaNode rootNode;
    private final DataNodeContainer rootContainer;

    private XSchemaBuilder(SchemaNode rootNode, DataNodeContainer rootContainer) {
        this.rootNode = rootNode;
        this.rootContainer = rootContainer;
    }

    /**
     * The root of the tree.
     *
     * @param root the model's root
     * @param container the same in yangtools' schema: the effective model context
     */
    public static XSchema build(SchemaNode root, DataNodeContainer container) {
        return new XSchemaBuilder(root, container).root();
    }

    private XSchema root() {
        var root = new XSchema(rootNode, null, List.of(), List.of());
        addChildren(root, rootContainer, List.of(), List.of());
        return root;
    }

    /** Adds what lies in {@code container}: the parent itself, or a case below it. */
    private void addChildren(XSchema parent, DataNodeContainer container, List<CaseStep> cases, List<When> outerWhens) {
        for (DataSchemaNode child : container.getChildNodes()) {
            List<When> whens = with(outerWhens, Whens.around(container, child));
            if (child instanceof ChoiceSchemaNode choice) {
                addChoice(parent, choice, cases, with(whens, Whens.ofChoiceOrCase(choice)));
                continue;
            }
            SchemaNode node = parent.node().child(child.getQName());
            if (node != null && node.config()) {
                addNode(parent, child, new XSchema(node, parent, cases, with(whens, Whens.ofDataNode(child))));
            }
        }
    }

    private void addNode(XSchema parent, DataSchemaNode effective, XSchema child) {
        parent.add(child);
        if (effective instanceof DataNodeContainer container) {
            addChildren(child, container, List.of(), List.of());
        }
    }

    private void addChoice(XSchema parent, ChoiceSchemaNode choice, List<CaseStep> outer, List<When> whens) {
        if (!choice.effectiveConfig().orElse(true)) {
            return;
        }
        List<CaseStep> own = choice.getCases().stream()
                .map(each -> CaseStep.of(choice, each))
                .toList();
        parent.add(new ChoiceSchema(choice.getQName(), choice.isMandatory(), outer, own, whens));
        for (CaseSchemaNode each : choice.getCases()) {
            List<When> caseWhens = with(with(whens, Whens.around(choice, each)), Whens.ofChoiceOrCase(each));
            addChildren(parent, each, with(outer, List.of(CaseStep.of(choice, each))), caseWhens);
        }
    }

    private static <T> List<T> with(List<T> some, List<T> more) {
        if (more.isEmpty()) {
            return some;
        }
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
