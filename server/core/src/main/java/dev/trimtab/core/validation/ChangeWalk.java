package dev.trimtab.core.validation;

import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XSchema;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.ChoiceNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNodeContainer;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidateNode;
import org.opendaylight.yangtools.yang.data.tree.api.ModificationType;

/**
 * Walks what a change touches, and nothing else, and puts on the agenda every rule whose verdict may be another than before.
 *
 * <p>Those are the rules of what is new or changed; and for each rule that reads what is new, changed or gone, its contexts
 * below the instance that both share.
 */
final class ChangeWalk {
    private final RuleIndex index;
    private final Agenda agenda;

    ChangeWalk(RuleIndex index, Agenda agenda) {
        this.index = index;
        this.agenda = agenda;
    }

    /** Walks the children of {@code parent}, which exists before and after the change. */
    void children(XNode parent, DataTreeCandidateNode changed) {
        for (DataTreeCandidateNode child : changed.childNodes()) {
            if (isTouched(child)) {
                child(parent, child);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // what a change shares with the tree before it is the same object
    private static boolean isTouched(DataTreeCandidateNode node) {
        return node.modificationType() != ModificationType.UNMODIFIED && node.dataBefore() != node.dataAfter();
    }

    private void child(XNode parent, DataTreeCandidateNode changed) {
        if (changed.dataBefore() instanceof ChoiceNode || changed.dataAfter() instanceof ChoiceNode) {
            children(parent, changed);
            return;
        }
        XSchema schema = parent.schema().child(changed.name().getNodeType());
        if (schema == null) {
            return; // state
        }
        if (changed.dataBefore() == null || changed.dataAfter() == null) {
            caseMates(parent, schema);
        }
        switch (schema.kind()) {
            case LIST -> list(parent, schema, changed);
            case LEAF_LIST -> leafList(parent, schema, changed);
            case ROOT, CONTAINER, LEAF, ANYDATA -> single(parent, schema, changed);
        }
    }

    /** What is not stored may have come into use, or gone out of it, with the case that was selected or no longer is. */
    private void caseMates(XNode parent, XSchema schema) {
        if (schema.cases().isEmpty()) {
            return;
        }
        for (XSchema mate : CaseMates.with(parent.schema(), schema)) {
            if (mate != schema && mate.canBeImplicit()) {
                readers(parent, mate, Change.ALTERED);
                parent.children(mate).forEach(agenda::addSubtree);
            }
        }
    }

    private void list(XNode parent, XSchema schema, DataTreeCandidateNode changed) {
        for (DataTreeCandidateNode entry : changed.childNodes()) {
            if (isTouched(entry)) {
                instance(parent, schema, entry);
            }
        }
        order(parent, schema, changed);
    }

    private void leafList(XNode parent, XSchema schema, DataTreeCandidateNode changed) {
        for (DataTreeCandidateNode entry : changed.childNodes()) {
            if (isTouched(entry)) {
                instance(parent, schema, entry);
            }
        }
        if (changed.dataAfter() == null) {
            parent.children(schema).forEach(agenda::addSubtree);
        }
        order(parent, schema, changed);
    }

    private void single(XNode parent, XSchema schema, DataTreeCandidateNode changed) {
        instance(parent, schema, changed);
        if (changed.dataAfter() == null) {
            parent.children(schema).forEach(agenda::addSubtree);
        }
    }

    /** One leaf, container or entry. */
    private void instance(XNode parent, XSchema schema, DataTreeCandidateNode changed) {
        NormalizedNode before = changed.dataBefore();
        NormalizedNode after = changed.dataAfter();
        boolean stays = before != null && after != null;
        if (!stays || schema.kind() == SchemaNode.Kind.LEAF || schema.kind() == SchemaNode.Kind.ANYDATA) {
            readers(parent, schema, kindOf(schema, before, after));
        }
        if (after != null && stays && schema.kind() != SchemaNode.Kind.LEAF) {
            children(parent.on(schema, after), changed);
        } else if (after != null) {
            agenda.addSubtree(parent.on(schema, after));
        }
    }

    private static Change kindOf(XSchema schema, @Nullable NormalizedNode before, @Nullable NormalizedNode after) {
        if (schema.canBeImplicit()) {
            return Change.ALTERED;
        }
        return before == null ? Change.CREATED : after == null ? Change.DELETED : Change.ALTERED;
    }

    private void readers(XNode parent, XSchema schema, Change change) {
        for (RuleIndex.Reader reader : index.readersOf(schema)) {
            if (reader.rule().broken().contains(change)) {
                XNode pivot = parent.ancestor(reader.pivot());
                if (pivot != null) {
                    agenda.addBelow(reader.rule(), pivot);
                }
            }
        }
    }

    /** A move within a list that the user orders is no change of any entry. Costs the length of the list, where rules read it. */
    private void order(XNode parent, XSchema schema, DataTreeCandidateNode changed) {
        if (schema.node().orderedByUser()
                && index.isOrderRead(schema)
                && changed.dataBefore() instanceof NormalizedNodeContainer<?> before
                && changed.dataAfter() instanceof NormalizedNodeContainer<?> after
                && !sameOrder(before, after)) {
            readers(parent, schema, Change.ALTERED);
        }
    }

    private static boolean sameOrder(NormalizedNodeContainer<?> before, NormalizedNodeContainer<?> after) {
        if (before.size() != after.size()) {
            return false;
        }
        Iterator<? extends NormalizedNode> others = after.body().iterator();
        return before.body().stream()
                .allMatch(node -> node.name().equals(others.next().name()));
    }
}
