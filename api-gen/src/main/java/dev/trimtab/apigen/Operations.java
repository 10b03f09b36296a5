package dev.trimtab.apigen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.core.model.SchemaNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what can be done to a resource, as an OpenAPI path item. */
final class Operations {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> READ_OPTIONS = List.of("depth", "content", "defaults", "if-none-match");
    private static final List<String> WRITE_OPTIONS =
            List.of("dry-run", "comment", "if-match", "idempotency-key", "prefer");

    private final NodeSchemas schemas;

    Operations(NodeSchemas schemas) {
        this.schemas = schemas;
    }

    ObjectNode pathItem(Resource resource) {
        ObjectNode item = JSON.objectNode();
        ArrayNode parameters = item.putArray("parameters");
        resource.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
        resource.verbs().forEach(verb -> item.set(verb.key(), operation(verb, resource)));
        return item;
    }

    private static ObjectNode parameter(Resource.Parameter parameter) {
        SchemaNode key = parameter.key();
        if (key == null) {
            return reference("parameters", "target");
        }
        ObjectNode json = JSON.objectNode();
        json.put("name", parameter.name()).put("in", "path").put("required", true);
        ObjectNode schema = NodeSchemas.leaf(key);
        schema.remove("readOnly");
        if (schema.remove("description") instanceof com.fasterxml.jackson.databind.node.TextNode description) {
            json.set("description", description);
        }
        json.set("schema", schema);
        return json;
    }

    private ObjectNode operation(Verb verb, Resource resource) {
        ObjectNode operation = JSON.objectNode();
        operation.put("operationId", Names.operation(verb, resource));
        operation.putArray("tags").add(resource.tag());
        operation.put("summary", summary(verb, resource));
        ArrayNode parameters = operation.putArray("parameters");
        (verb == Verb.GET ? READ_OPTIONS : WRITE_OPTIONS)
                .forEach(option -> parameters.add(reference("parameters", option)));
        ObjectNode body = body(verb, resource);
        if (body != null) {
            operation.set("requestBody", body);
        }
        operation.set("responses", verb == Verb.GET ? readResponses(resource) : writeResponses(verb));
        return operation;
    }

    private static String summary(Verb verb, Resource resource) {
        String thing = thing(resource);
        return switch (verb) {
            case GET -> "Read " + thing;
            case PUT -> "Make " + thing + " exactly what the body says";
            case POST ->
                resource.kind() == Resource.Kind.LIST
                        ? "Create an entry of " + thing
                        : "Create " + thing + ", or merge the body into it";
            case PATCH -> "Merge the body into " + thing + "; a member that is null is deleted";
            case DELETE -> "Delete " + thing;
        };
    }

    private static String thing(Resource resource) {
        String name = resource.node().name();
        return switch (resource.kind()) {
            case ROOT -> "the configuration of the target";
            case LIST -> "the list " + name;
            case ENTRY -> "an entry of " + name;
            case CONTAINER, LEAF, LEAF_LIST, ANYDATA -> name;
        };
    }

    private @Nullable ObjectNode body(Verb verb, Resource resource) {
        return switch (verb) {
            case GET, DELETE -> null;
            case PUT -> content("application/json", schemas.of(resource));
            case POST ->
                content(
                        "application/json",
                        resource.kind() == Resource.Kind.LIST ? entry(resource) : schemas.of(resource));
            case PATCH -> content("application/merge-patch+json", patch(resource));
        };
    }

    /** Of a leaf its own schema; of the others the kind only, since each member may also be null. */
    private ObjectNode patch(Resource resource) {
        return switch (resource.kind()) {
            case LEAF, LEAF_LIST, ANYDATA -> schemas.of(resource);
            case LIST -> JSON.objectNode().put("type", "array");
            case ROOT, CONTAINER, ENTRY -> JSON.objectNode().put("type", "object");
        };
    }

    private ObjectNode entry(Resource list) {
        return (ObjectNode) schemas.of(list).get("items");
    }

    private static ObjectNode content(String type, ObjectNode schema) {
        ObjectNode body = JSON.objectNode().put("required", true);
        body.putObject("content").putObject(type).set("schema", schema);
        return body;
    }

    private ObjectNode readResponses(Resource resource) {
        ObjectNode responses = JSON.objectNode();
        ObjectNode found = responses.putObject("200");
        found.put("description", "What stands there.");
        found.putObject("headers").set("ETag", reference("headers", "ETag"));
        found.putObject("content").putObject("application/json").set("schema", schemas.of(resource));
        responses.set("304", reference("responses", "NotModified"));
        responses.set("400", reference("responses", "Malformed"));
        responses.set("401", reference("responses", "Unauthenticated"));
        responses.set("404", reference("responses", "NotFound"));
        responses.set("default", reference("responses", "Failed"));
        return responses;
    }

    private static ObjectNode writeResponses(Verb verb) {
        ObjectNode responses = JSON.objectNode();
        if (verb != Verb.POST) {
            responses.set("200", reference("responses", "Changed"));
        }
        if (verb == Verb.PUT || verb == Verb.POST) {
            responses.set("201", reference("responses", "Created"));
        }
        responses.set("202", reference("responses", "Accepted"));
        responses.set("400", reference("responses", "Malformed"));
        responses.set("401", reference("responses", "Unauthenticated"));
        responses.set("403", reference("responses", "Denied"));
        responses.set("404", reference("responses", "NotFound"));
        responses.set("409", reference("responses", "Conflict"));
        responses.set("412", reference("responses", "PreconditionFailed"));
        responses.set("422", reference("responses", "Invalid"));
        responses.set("502", reference("responses", "Refused"));
        responses.set("default", reference("responses", "Failed"));
        return responses;
    }

    private static ObjectNode reference(String kind, String name) {
        return JSON.objectNode().put("$ref", "#/components/" + kind + "/" + name);
    }
}
