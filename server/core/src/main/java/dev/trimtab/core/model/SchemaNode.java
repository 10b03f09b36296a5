package dev.trimtab.core.model;

import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifier;
import org.opendaylight.yangtools.yang.model.api.AnyxmlSchemaNode;
import org.opendaylight.yangtools.yang.model.api.DataSchemaNode;

/**
 * One data node of a model's schema, as paths and JSON see it: choices and cases are looked through.
 *
 * <p>A model has one tree of these, built when it is loaded and never changed after. Every lookup costs the same however
 * large the model is.
 */
public final class SchemaNode {
    public enum Kind {
        ROOT,
        CONTAINER,
        LIST,
        LEAF,
        LEAF_LIST,
        /** {@code anydata} and {@code anyxml}: content without a schema. */
        ANYDATA
    }

    /** Leaves half of what the reader of JSON bears to content without a schema. */
    private static final int LEVELS_MAX = JsonReader.LEVELS_MAX / 2;

    private final SchemaFacts facts;
    private final @Nullable SchemaNode parent;
    private final NodeIdentifier id;
    private final Path path;
    private final String qualifiedName;
    private final int level;
    private List<SchemaNode> children = List.of();
    private List<SchemaNode> keyNodes = List.of();
    private Map<String, SchemaNode> byName = Map.of();
    private Map<QName, SchemaNode> byQName = Map.of();
    private boolean defaultsBelow;
    private boolean stateBelow;
    private boolean mergesInParts;
    private boolean key;
    private int index;
    private List<SchemaNode> annotations = List.of();

    SchemaNode(SchemaFacts facts, @Nullable SchemaNode parent, String pathName) {
        this.facts = facts;
        this.parent = parent;
        this.id = NodeIdentifier.create(facts.qname());
        this.qualifiedName = facts.module().isEmpty() ? facts.name() : facts.module() + ":" + facts.name();
        this.path = parent == null ? Path.ROOT : parent.path.child(new PathElement(pathName));
        this.level = parent == null ? 0 : parent.level + (parent.kind() == Kind.LIST ? 2 : 1);
        if (level > LEVELS_MAX) {
            throw new ModelLoadException(
                    "node " + path + " of module " + facts.module() + " stands more than " + LEVELS_MAX
                            + " levels deep, a list counted twice",
                    null);
        }
    }

    /** Ends the construction of a node; afterwards it does not change. */
    void adopt(SchemaChildren found) {
        children = found.inOrder();
        byName = found.byName();
        byQName = found.byQName();
        keyNodes = keys().stream().map(found::own).toList();
        keyNodes.forEach(child -> child.key = true);
        for (int i = 0; i < children.size(); i++) {
            children.get(i).index = i;
        }
        defaultsBelow = !defaults().isEmpty() || children.stream().anyMatch(SchemaNode::passesDefaultsUp);
        stateBelow = !config() || children.stream().anyMatch(child -> child.stateBelow);
        mergesInParts = kind() == Kind.LEAF_LIST
                || children.stream()
                        .anyMatch(
                                child -> child.mergesInParts || !child.choices().isEmpty());
    }

    /** Gives the root the container of its annotations and the list of all others; part of its construction. */
    void annotate(SchemaNode own, SchemaNode below) {
        annotations = List.of(own, below);
        own.index = children.size();
        below.index = own.index + 1;
    }

    private boolean passesDefaultsUp() {
        return defaultsBelow && kind() != Kind.LIST && !presence();
    }

    /** The node's own name, without a module; empty for the root. */
    public String name() {
        return facts.name();
    }

    /** Name of the module that defines the node; empty for the root and the container of its annotations. */
    public String module() {
        return facts.module();
    }

    /** {@code module:name}. */
    public String qualifiedName() {
        return qualifiedName;
    }

    public Kind kind() {
        return facts.kind();
    }

    /** The data node above, choices and cases looked through; null for the root. */
    public @Nullable SchemaNode parent() {
        return parent;
    }

    /** The root of the tree that the node is in. */
    SchemaNode root() {
        SchemaNode top = this;
        for (SchemaNode above = parent; above != null; above = above.parent) {
            top = above;
        }
        return top;
    }

    /** Whether clients may write it; false for state. */
    public boolean config() {
        return facts.config();
    }

    /** Whether it is a container whose existence alone means something. */
    public boolean presence() {
        return facts.presence();
    }

    /** The node's own {@code mandatory} statement; min-elements of lists are with {@link #effective()}. */
    public boolean mandatory() {
        return facts.mandatory();
    }

    public boolean orderedByUser() {
        return facts.orderedByUser();
    }

    /** Names of a list's key leaves in the order of the schema; empty for a state list without keys and for all other nodes. */
    public List<String> keys() {
        return facts.keys();
    }

    /** Whether the node is a key leaf of the list above it. */
    public boolean isKey() {
        return key;
    }

    /** All children but the annotations of the root. */
    public List<SchemaNode> children() {
        return children;
    }

    /**
     * The child of a plain or module-qualified name.
     *
     * @return null if there is none, or if several modules define the plain name and none of them is this node's module
     */
    public @Nullable SchemaNode child(String name) {
        SchemaNode child = byName.get(name);
        if (child == null) {
            for (SchemaNode place : annotations) {
                if (place.name().equals(name)) {
                    return place;
                }
            }
        }
        return child;
    }

    /** The child of yangtools' name, in whichever choice it lies. */
    public @Nullable SchemaNode child(QName name) {
        SchemaNode child = byQName.get(name);
        if (child == null) {
            for (SchemaNode place : annotations) {
                if (place.qname().equals(name)) {
                    return place;
                }
            }
        }
        return child;
    }

    /** The container of the root's annotations; null for other nodes and where the model defines none. */
    @Nullable SchemaNode annotations() {
        return annotations.isEmpty() ? null : annotations.getFirst();
    }

    /** The root's list of the annotations of all other nodes; null for other nodes and where the model defines none. */
    @Nullable SchemaNode annotated() {
        return annotations.isEmpty() ? null : annotations.getLast();
    }

    /** Whether JSON has the annotations beside the node, and not in its object: RFC 7952 section 5.2. */
    boolean hasSiblingAnnotations() {
        return switch (kind()) {
            case LEAF, LEAF_LIST -> true;
            case ANYDATA -> effective() instanceof AnyxmlSchemaNode;
            case ROOT, CONTAINER, LIST -> false;
        };
    }

    /** Path from the root without keys; a name is qualified only where the plain one would not find the node. */
    public Path path() {
        return path;
    }

    /**
     * Type of a leaf or leaf-list.
     *
     * @throws IllegalStateException for other nodes
     */
    public LeafType type() {
        LeafType type = facts.type();
        if (type == null) {
            throw new IllegalStateException(path + " is no leaf and has no type");
        }
        return type;
    }

    /** Canonical default of a leaf, or defaults of a leaf-list, also those of its typedef; empty if there is none. */
    public List<String> defaults() {
        return facts.defaults();
    }

    /** The values of {@link #defaults()} as they stand in a tree. */
    List<Object> defaultValues() {
        return facts.defaultValues();
    }

    public String description() {
        return facts.description();
    }

    /**
     * The node in yangtools' schema, for its constraints.
     *
     * @throws IllegalStateException for the root, which has none
     */
    public DataSchemaNode effective() {
        DataSchemaNode effective = facts.effective();
        if (effective == null) {
            throw new IllegalStateException("the root has no schema statement");
        }
        return effective;
    }

    public QName qname() {
        return facts.qname();
    }

    /** The choices between {@link #parent()} and this node, outermost first. */
    public List<ChoiceStep> choices() {
        return facts.choices();
    }

    /** The node as yangtools' paths name it; a list as a whole, not an entry. */
    public NodeIdentifier id() {
        return id;
    }

    /** The nodes of {@link #keys()}. */
    public List<SchemaNode> keyNodes() {
        return keyNodes;
    }

    /** How many objects and arrays of JSON stand around the node's value, counted from the root; of a list around its array. */
    int level() {
        return level;
    }

    /** Position among the siblings. */
    int index() {
        return index;
    }

    /** Whether a default can be in use here or below without any data: not inside lists and presence containers. */
    public boolean hasDefaultsBelow() {
        return defaultsBelow;
    }

    /** Whether this node or one below it is state. */
    boolean hasStateBelow() {
        return stateBelow;
    }

    /** Whether merging this node needs more than yangtools' merge: it holds a leaf-list or a choice. */
    boolean mergesInParts() {
        return mergesInParts;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
