package dev.trimtab.core.xpath;

import dev.trimtab.core.model.LeafType;
import dev.trimtab.core.model.SchemaNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QName;

/**
 * A data node of the model's configuration as XPath sees it: a {@link SchemaNode} with the conditions of its existence, and
 * without state below.
 *
 * <p>Built by {@link XSchemaBuilder} and given its compiled conditions while the model is loaded; not changed after.
 */
public final class XSchema {
    private final SchemaNode node;
    private final @Nullable XSchema parent;
    private final int order;
    private final List<CaseStep> cases;
    private final List<When> whens;
    private final List<Object> defaults;
    private final @Nullable XSchema text;
    private final Map<QName, XSchema> children = new LinkedHashMap<>();
    private final List<ChoiceSchema> choices = new ArrayList<>();
    private List<Condition> conditions = List.of();

    XSchema(SchemaNode node, @Nullable XSchema parent, List<CaseStep> cases, List<When> whens) {
        this.node = node;
        this.parent = parent;
        this.order = parent == null ? 0 : parent.children.size();
        this.cases = List.copyOf(cases);
        this.whens = List.copyOf(whens);
        this.defaults =
                node.defaults().stream().map(text -> node.type().parse(text)).toList();
        this.text = type() == null ? null : new XSchema(this);
    }

    /** The text of {@code leaf}. */
    private XSchema(XSchema leaf) {
        this.node = leaf.node;
        this.parent = leaf;
        this.order = 0;
        this.cases = List.of();
        this.whens = List.of();
        this.defaults = List.of();
        this.text = null;
    }

    void add(XSchema child) {
        children.put(child.name(), child);
    }

    void add(ChoiceSchema choice) {
        choices.add(choice);
    }

    /** Ends the construction. */
    public void setConditions(List<Condition> compiled) {
        conditions = List.copyOf(compiled);
    }

    /** The same node in the model's schema. */
    public SchemaNode node() {
        return node;
    }

    public QName name() {
        return node.qname();
    }

    public SchemaNode.Kind kind() {
        return node.kind();
    }

    public @Nullable XSchema parent() {
        return parent;
    }

    /** The only node below a leaf or leaf-list: its value, as the text node that XPath makes of it; null for all others. */
    @Nullable XSchema text() {
        return text;
    }

    /** Whether it is the {@link #text} of the node above; its other properties are those of that node. */
    boolean isText() {
        return text == null && parent != null && parent.node == node;
    }

    /** Whether instances are entries: of a list, or of a leaf-list. */
    public boolean repeats() {
        return !isText() && (kind() == SchemaNode.Kind.LIST || kind() == SchemaNode.Kind.LEAF_LIST);
    }

    /** Place among the parent's children in the model. */
    int order() {
        return order;
    }

    /** The cases between the parent and this node, from the outermost; empty for most nodes. */
    public List<CaseStep> cases() {
        return cases;
    }

    public List<When> whens() {
        return whens;
    }

    /** The compiled {@link #whens}, in the same order. */
    public List<Condition> conditions() {
        return conditions;
    }

    /** Children in the order of the model. */
    public Collection<XSchema> children() {
        return children.values();
    }

    public @Nullable XSchema child(QName name) {
        return children.get(name);
    }

    /** All choices between this node and its children, nested ones after those around them. */
    public List<ChoiceSchema> choices() {
        return choices;
    }

    /** The type of a leaf or leaf-list; null for every other kind. */
    public @Nullable LeafType type() {
        return switch (kind()) {
            case LEAF, LEAF_LIST -> node.type();
            case ROOT, CONTAINER, LIST, ANYDATA -> null;
        };
    }

    /** Values that a leaf or leaf-list without stored values has; empty where there are none. */
    public List<Object> defaults() {
        return defaults;
    }

    /** Whether an instance can exist although nothing is stored for it. */
    public boolean canBeImplicit() {
        return switch (kind()) {
            case CONTAINER -> !node.presence();
            case LEAF, LEAF_LIST -> !defaults.isEmpty();
            case ROOT, LIST, ANYDATA -> false;
        };
    }

    public boolean isWithin(XSchema ancestor) {
        for (XSchema at = this; at != null; at = at.parent) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return node.path().toString();
    }
}
