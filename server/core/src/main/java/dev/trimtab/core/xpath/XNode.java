package dev.trimtab.core.xpath;

import dev.trimtab.core.model.LeafType;
import dev.trimtab.core.model.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeWithValue;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.LeafSetNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNodeContainer;
import org.opendaylight.yangtools.yang.data.api.schema.ValueNode;

/**
 * A node of the accessible tree: a cursor on immutable stored nodes that knows its parent. Made when it is asked for.
 *
 * <p>Two cursors are equal when they stand on the same node of the same tree.
 */
public final class XNode {
    private final XTree tree;
    private final @Nullable XNode parent;
    private final XSchema schema;
    private final @Nullable NormalizedNode stored;
    private final @Nullable Object value;

    private XNode(
            XTree tree,
            @Nullable XNode parent,
            XSchema schema,
            @Nullable NormalizedNode stored,
            @Nullable Object value) {
        this.tree = tree;
        this.parent = parent;
        this.schema = schema;
        this.stored = stored;
        this.value = value;
    }

    static XNode root(XTree tree, XSchema schema, NormalizedNode stored) {
        return new XNode(tree, null, schema, stored, null);
    }

    /** The cursor of a stored child; of a list or leaf-list, of one entry. */
    public XNode on(XSchema child, NormalizedNode node) {
        return new XNode(tree, this, child, node, node instanceof ValueNode<?> leaf ? leaf.body() : null);
    }

    private XNode implicit(XSchema child, @Nullable Object defaultValue) {
        return new XNode(tree, this, child, null, defaultValue);
    }

    public XTree tree() {
        return tree;
    }

    public @Nullable XNode parent() {
        return parent;
    }

    public XSchema schema() {
        return schema;
    }

    /** What is stored for this node; null for a default in use and for a non-presence container without content. */
    public @Nullable NormalizedNode stored() {
        return stored;
    }

    /** A leaf's or leaf-list entry's value as yangtools stores it; null for everything else. */
    public @Nullable Object value() {
        return value;
    }

    /** The instances of one child, in the order of the tree, with defaults in use. */
    public List<XNode> children(XSchema child) {
        NormalizedNode found = storedChild(child);
        if (found == null) {
            return implicitChildren(child);
        }
        if (!child.repeats()) {
            return List.of(on(child, found));
        }
        var entries = (NormalizedNodeContainer<?>) found;
        List<XNode> nodes = new ArrayList<>(entries.size());
        for (NormalizedNode entry : entries.body()) {
            nodes.add(on(child, entry));
        }
        return nodes;
    }

    /** All children, in the order of the model. */
    public List<XNode> children() {
        List<XNode> nodes = new ArrayList<>();
        schema.children().forEach(child -> nodes.addAll(children(child)));
        return nodes;
    }

    /** The first of the instances of one child; null when there is none. */
    public @Nullable XNode firstChild(XSchema child) {
        NormalizedNode found = storedChild(child);
        if (found == null || !child.repeats()) {
            List<XNode> nodes = children(child);
            return nodes.isEmpty() ? null : nodes.getFirst();
        }
        var entries = ((NormalizedNodeContainer<?>) found).body().iterator();
        return entries.hasNext() ? on(child, entries.next()) : null;
    }

    /** The nodes one level down as XPath sees them. */
    List<XNode> nodesBelow(boolean elements, boolean texts) {
        XSchema text = schema.text();
        if (text == null) {
            return elements ? children() : List.of();
        }
        return texts && !text().isEmpty() ? List.of(implicit(text, value)) : List.of();
    }

    /** How many instances of {@code child} are stored; does not look at them. */
    public int storedCount(XSchema child) {
        NormalizedNode found = storedChild(child);
        if (found == null) {
            return 0;
        }
        return child.repeats() ? ((NormalizedNodeContainer<?>) found).size() : 1;
    }

    /** The entry of {@code list} with the given key, found without looking at its siblings; null when there is none. */
    public @Nullable XNode entry(XSchema list, NodeIdentifierWithPredicates key) {
        if (storedChild(list) instanceof MapNode map) {
            NormalizedNode entry = map.childByArg(key);
            return entry == null ? null : on(list, entry);
        }
        return null;
    }

    /** The entry of {@code leafList} with the given value, found without looking at the others if it is stored; null when there is none. */
    public @Nullable XNode value(XSchema leafList, NodeWithValue<?> entry) {
        if (storedChild(leafList) instanceof LeafSetNode<?> stored) {
            NormalizedNode found = stored.childByArg(entry);
            return found == null ? null : on(leafList, found);
        }
        return children(leafList).stream()
                .filter(each -> Objects.deepEquals(each.value(), entry.getValue()))
                .findFirst()
                .orElse(null);
    }

    /** The cursor of a child that need not exist: the context node of a condition on a node that is not there. */
    public XNode supposed(XSchema child) {
        return implicit(child, null);
    }

    /** Whether the conditions of {@code child} let it exist here. */
    public boolean mayHave(XSchema child) {
        return tree.mayExist(supposed(child));
    }

    /** What is stored for one child: a leaf, a container, or a whole list; null for nothing. */
    public @Nullable NormalizedNode storedChild(XSchema child) {
        DataContainerNode at = storedIn(child.cases());
        return at == null ? null : at.childByArg(child.node().id());
    }

    /** What is stored in the innermost of the given cases, which lie in each other; for no cases, in this node. */
    @Nullable DataContainerNode storedIn(List<CaseStep> cases) {
        DataContainerNode at = stored instanceof DataContainerNode container ? container : null;
        for (CaseStep step : cases) {
            at = below(at, step);
        }
        return at;
    }

    /** Whether something is stored for each of the given cases, which lie in each other. */
    public boolean casesAreSelected(List<CaseStep> cases) {
        DataContainerNode at = storedIn(List.of());
        for (CaseStep step : cases) {
            at = below(at, step);
            if (!step.isSelected(at)) {
                return false;
            }
        }
        return true;
    }

    private boolean casesMayBeInUse(List<CaseStep> cases) {
        DataContainerNode at = storedIn(List.of());
        for (CaseStep step : cases) {
            at = below(at, step);
            if (!step.mayBeInUse(at)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable DataContainerNode below(@Nullable DataContainerNode at, CaseStep step) {
        return at != null && at.childByArg(step.choice()) instanceof DataContainerNode choice ? choice : null;
    }

    private List<XNode> implicitChildren(XSchema child) {
        if (!child.canBeImplicit() || !casesMayBeInUse(child.cases()) || !mayHave(child)) {
            return List.of();
        }
        if (child.kind() == SchemaNode.Kind.CONTAINER) {
            return List.of(supposed(child));
        }
        return child.defaults().stream().map(each -> implicit(child, each)).toList();
    }

    /** XPath's string-value: the canonical value of a leaf, the values of all leafs below for everything else. */
    public String text() {
        LeafType type = schema.type();
        if (type != null) {
            return value == null ? "" : type.canonical(value);
        }
        var text = new StringBuilder();
        addText(text);
        return text.toString();
    }

    private void addText(StringBuilder text) {
        for (XNode child : children()) {
            if (child.schema.type() == null) {
                child.addText(text);
            } else {
                text.append(tree.spendOn(child.text()));
            }
        }
    }

    /** This node or its ancestor that is an instance of {@code ancestor}; null when there is none. */
    public @Nullable XNode ancestor(XSchema ancestor) {
        XNode at = this;
        while (at != null && at.schema != ancestor) {
            at = at.parent;
        }
        return at;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof XNode that
                        && schema == that.schema
                        && tree == that.tree
                        && Objects.equals(mark(), that.mark())
                        && Objects.equals(parent, that.parent));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * schema.hashCode() + Objects.hashCode(mark())) + Objects.hashCode(parent);
    }

    /** What tells a node from its siblings; not the stored leaf, which yangtools makes anew on each access. */
    private @Nullable Object mark() {
        return switch (schema.kind()) {
            case LIST -> stored == null ? null : stored.name();
            case LEAF_LIST -> value;
            case ROOT, CONTAINER, LEAF, ANYDATA -> null;
        };
    }

    @Override
    public String toString() {
        return schema.toString();
    }
}
