package dev.trimtab.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.model.api.DataSchemaNode;

/**
 * What a {@link SchemaNode} says of itself, apart from its place in the tree.
 *
 * @param name without the module; empty for the root
 * @param module empty for the root and for the container of its annotations
 */
record SchemaFacts(
        QName qname,
        String name,
        String module,
        SchemaNode.Kind kind,
        boolean config,
        boolean presence,
        boolean mandatory,
        boolean orderedByUser,
        List<String> keys,
        @Nullable LeafType type,
        List<Object> defaultValues,
        List<String> defaults,
        String description,
        @Nullable DataSchemaNode effective,
        List<ChoiceStep> choices) {}
