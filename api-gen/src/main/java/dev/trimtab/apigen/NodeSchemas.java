package dev.trimtab.apigen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.core.model.LeafType;
import dev.trimtab.core.model.SchemaNode;
import java.math.BigInteger;
import java.util.List;
import org.opendaylight.yangtools.yang.model.api.ElementCountConstraint;
import org.opendaylight.yangtools.yang.model.api.ElementCountConstraintAware;

/** Says data nodes as JSON schemas: an object for each container and list entry, the rest where it stands. */
final class NodeSchemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ApiResources resources;

    NodeSchemas(ApiResources resources) {
        this.resources = resources;
    }

    /** Every object, by its name. */
    ObjectNode components() {
        ObjectNode components = JSON.objectNode();
        resources.schemas().forEach((node, name) -> components.set(name, object(node)));
        return components;
    }

    /** What a resource's body is. */
    ObjectNode of(Resource resource) {
        return resource.kind() == Resource.Kind.ENTRY ? reference(resource.node()) : of(resource.node());
    }

    ObjectNode of(SchemaNode node) {
        return switch (node.kind()) {
            case ROOT, CONTAINER -> reference(node);
            case LIST -> list(node);
            case LEAF -> leaf(node);
            case LEAF_LIST -> leafList(node);
            case ANYDATA -> described(node, JSON.objectNode());
        };
    }

    private ObjectNode reference(SchemaNode node) {
        return JSON.objectNode().put("$ref", "#/components/schemas/" + resources.schema(node));
    }

    private ObjectNode object(SchemaNode node) {
        ObjectNode schema = described(node, JSON.objectNode().put("type", "object"));
        schema.put("additionalProperties", false);
        ArrayNode required = JSON.arrayNode();
        ObjectNode properties = JSON.objectNode();
        for (SchemaNode child : node.children()) {
            properties.set(member(child), property(child));
            if (isRequired(child)) {
                required.add(member(child));
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.set("properties", properties);
        return schema;
    }

    /** The name in the JSON form without modules. */
    private static String member(SchemaNode node) {
        return node.path().elements().getLast().name();
    }

    private ObjectNode property(SchemaNode child) {
        ObjectNode schema = of(child);
        if (!child.choices().isEmpty()) {
            var inner = child.choices().getLast();
            schema.put(
                    "x-yang-choice",
                    inner.choice().getLocalName() + "/" + inner.caseName().getLocalName());
        }
        return schema;
    }

    /** RFC 7950 section 3, "mandatory node"; what lies in a choice is required only once its case is chosen. */
    private static boolean isRequired(SchemaNode node) {
        if (node.isKey()) {
            return true;
        }
        if (!node.choices().isEmpty() || !node.config()) {
            return false;
        }
        return switch (node.kind()) {
            case LEAF, ANYDATA -> node.mandatory();
            case LIST, LEAF_LIST -> minElements(node) > 0;
            case CONTAINER -> !node.presence() && node.children().stream().anyMatch(NodeSchemas::isRequired);
            case ROOT -> false;
        };
    }

    private ObjectNode list(SchemaNode node) {
        ObjectNode schema = JSON.objectNode().put("type", "array");
        schema.set("items", reference(node));
        elementCount(node, schema);
        if (!node.keys().isEmpty()) {
            schema.put("x-yang-key", String.join(" ", node.keys()));
        }
        Constraints.unique(node, schema);
        return readOnly(node, schema);
    }

    static ObjectNode leaf(SchemaNode node) {
        ObjectNode schema = described(node, TypeSchemas.of(node.type()));
        if (!node.defaults().isEmpty()) {
            setDefault(node.type(), node.defaults().getFirst(), schema);
        }
        return schema;
    }

    private static ObjectNode leafList(SchemaNode node) {
        ObjectNode schema = described(node, JSON.objectNode().put("type", "array"));
        schema.set("items", TypeSchemas.of(node.type()));
        schema.put("uniqueItems", node.config());
        elementCount(node, schema);
        return schema;
    }

    private static void setDefault(LeafType type, String text, ObjectNode schema) {
        switch (type.resolved().base()) {
            case BOOLEAN -> schema.put("default", Boolean.parseBoolean(text));
            case INT8, INT16, INT32, UINT8, UINT16, UINT32 -> schema.put("default", new BigInteger(text));
            default -> schema.put("default", text);
        }
    }

    private static void elementCount(SchemaNode node, ObjectNode schema) {
        if (minElements(node) > 0) {
            schema.put("minItems", minElements(node));
        }
        ElementCountConstraint count =
                count(node).isEmpty() ? null : count(node).getFirst();
        if (count != null && count.getMaxElements() != null) {
            schema.put("maxItems", count.getMaxElements());
        }
        if (node.orderedByUser()) {
            schema.put("x-yang-ordered-by", "user");
        }
    }

    private static int minElements(SchemaNode node) {
        return count(node).stream()
                .map(ElementCountConstraint::getMinElements)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(0);
    }

    private static List<ElementCountConstraint> count(SchemaNode node) {
        return node.effective() instanceof ElementCountConstraintAware aware
                ? aware.getElementCountConstraint().stream().toList()
                : List.of();
    }

    private static ObjectNode described(SchemaNode node, ObjectNode schema) {
        if (!node.description().isEmpty()) {
            schema.put("description", Constraints.flowing(node.description()));
        }
        if (node.presence()) {
            schema.put("x-yang-presence", true);
        }
        Constraints.expressions(node, schema);
        return readOnly(node, schema);
    }

    private static ObjectNode readOnly(SchemaNode node, ObjectNode schema) {
        return node.config() ? schema : schema.put("readOnly", true);
    }
}
