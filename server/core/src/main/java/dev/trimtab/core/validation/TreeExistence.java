package dev.trimtab.core.validation;

import dev.trimtab.core.model.Existence;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XSchema;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;

/** Which defaults are in use in one configuration; remembers the last parent it was asked about. */
final class TreeExistence implements Existence {
    private final Set<SchemaNode> conditional;
    private final XNode root;
    private YangInstanceIdentifier place = YangInstanceIdentifier.of();
    private @Nullable XNode parent;

    /** @param conditional every node that has, at or below it, a default with a condition */
    TreeExistence(Set<SchemaNode> conditional, XNode root) {
        this.conditional = conditional;
        this.root = root;
        this.parent = root;
    }

    @Override
    public boolean isConditional(SchemaNode schema) {
        return conditional.contains(schema);
    }

    /** What stands below a node that is not in the configuration, but reported by the target, is not for its conditions to say. */
    @Override
    public boolean allows(YangInstanceIdentifier at, SchemaNode child) {
        XNode node = find(at);
        XSchema schema = node == null ? null : node.schema().child(child.qname());
        return node == null || schema == null || node.mayHave(schema);
    }

    @SuppressWarnings("ReferenceEquality") // a walk asks about the children of one node with one identifier
    private @Nullable XNode find(YangInstanceIdentifier at) {
        if (at != place) {
            place = at;
            parent = Identifiers.find(root, at);
        }
        return parent;
    }
}
