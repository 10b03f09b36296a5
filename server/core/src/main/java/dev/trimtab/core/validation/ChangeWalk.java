package dev.trimtab.core.validation;

import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XSchema;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.ChoiceNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNodeContainer;

/**
 * Walks what a change touches, and nothing else, and puts on the agenda every task whose outcome may be another than before.
 *
 * <p>Those are the tasks of what is new, changed or gone, and whoever reads it.
 */
final class ChangeWalk {
    private final Agenda agenda;
    private final Readers readers;
    private final RuleIndex index;

    ChangeWalk(RuleIndex index, Agenda agenda, Readers readers) {
        this.index = index;
        this.agenda = agenda;
        this.readers = readers;
    }

    /** Walks the children of one node, which exists before and after the change. */
    void children(XNode before, XNode after, Delta changed) {
        changed.children().forEach(child -> child(before, after, child));
    }

    private void child(XNode before, XNode after, Delta changed) {
        if (changed.before() instanceof ChoiceNode || changed.after() instanceof ChoiceNode) {
            children(before, after, changed);
            return;
        }
        XSchema schema = before.schema().child(changed.name().getNodeType());
        if (schema == null) {
            return; // state
        }
        if (changed.before() == null || changed.after() == null) {
            caseMates(before, after, schema);
        }
        switch (schema.kind()) {
            case LIST -> entries(before, after, schema, changed);
            case LEAF_LIST -> {
                entries(before, after, schema, changed);
                defaults(before, after, schema, changed);
            }
            case ROOT, CONTAINER, LEAF, ANYDATA -> single(before, after, schema, changed);
        }
    }

    /** What is not stored may have come into use, or gone out of it, with the case that was selected or no longer is. */
    private void caseMates(XNode before, XNode after, XSchema schema) {
        if (schema.cases().isEmpty()) {
            return;
        }
        for (XSchema mate : CaseMates.with(after.schema(), schema)) {
            if (mate != schema && mate.canBeImplicit()) {
                replaced(new Touched(before, after, mate, Change.ALTERED, before.children(mate), after.children(mate)));
            }
        }
    }

    private void entries(XNode before, XNode after, XSchema schema, Delta changed) {
        changed.children().forEach(entry -> entry(before, after, schema, entry));
        order(before, after, schema, changed);
    }

    private void entry(XNode before, XNode after, XSchema schema, Delta changed) {
        NormalizedNode old = changed.before();
        NormalizedNode young = changed.after();
        if (old != null && young != null && schema.kind() == SchemaNode.Kind.LIST) {
            children(before.on(schema, old), after.on(schema, young), changed);
            return;
        }
        replaced(new Touched(
                before,
                after,
                schema,
                change(schema, old, young),
                instance(before, schema, old),
                instance(after, schema, young)));
    }

    private static List<XNode> instance(XNode parent, XSchema schema, @Nullable NormalizedNode node) {
        return node == null ? List.of() : List.of(parent.on(schema, node));
    }

    /** A leaf-list has its defaults while it has no entry. */
    private void defaults(XNode before, XNode after, XSchema schema, Delta changed) {
        if (changed.before() == null) {
            replaced(new Touched(before, after, schema, Change.ALTERED, before.children(schema), List.of()));
        } else if (changed.after() == null) {
            replaced(new Touched(before, after, schema, Change.ALTERED, List.of(), after.children(schema)));
        }
    }

    /** One leaf or container; what is not stored may exist all the same. */
    private void single(XNode before, XNode after, XSchema schema, Delta changed) {
        NormalizedNode old = changed.before();
        NormalizedNode young = changed.after();
        if (old != null && young != null && schema.kind() == SchemaNode.Kind.CONTAINER) {
            children(before.on(schema, old), after.on(schema, young), changed);
            return;
        }
        replaced(new Touched(
                before, after, schema, change(schema, old, young), before.children(schema), after.children(schema)));
    }

    private static Change change(XSchema schema, @Nullable NormalizedNode before, @Nullable NormalizedNode after) {
        return schema.canBeImplicit() ? Change.ALTERED : Change.of(before, after);
    }

    private void replaced(Touched touched) {
        readers.of(touched);
        touched.come().forEach(agenda::addSubtree);
        touched.gone().forEach(agenda::addGone);
    }

    /**
     * A move within a list is no change of any entry; one that the system orders may have another order after any change of it.
     * Costs the length of the list, where rules read its order.
     */
    private void order(XNode before, XNode after, XSchema schema, Delta changed) {
        if (index.isOrderRead(schema)
                && changed.before() instanceof NormalizedNodeContainer<?> old
                && changed.after() instanceof NormalizedNodeContainer<?> young
                && !sameOrder(old, young)) {
            readers.ofAll(before, after, schema);
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
