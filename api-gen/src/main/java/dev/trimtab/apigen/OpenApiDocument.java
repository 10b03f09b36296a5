package dev.trimtab.apigen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.SchemaNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Objects;

/**
 * Prints a model's resources as an OpenAPI 3.1 document; the same model gives the same bytes.
 *
 * <p>What all models share, parameters, headers, responses and problems, is in the resource {@code openapi/components.json}.
 */
public final class OpenApiDocument {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private OpenApiDocument() {}

    /** The document of one model, for the server that it comes from. */
    public static ObjectNode of(LoadedModel model) {
        return of(model, "/");
    }

    /**
     * The document of one model.
     *
     * @param server URL of the server; {@code /} for the one the document comes from
     */
    public static ObjectNode of(LoadedModel model, String server) {
        ApiResources resources = ApiResources.of(model);
        var schemas = new NodeSchemas(resources);
        ObjectNode document = MAPPER.createObjectNode().put("openapi", "3.1.0");
        document.set("info", info(resources));
        document.putArray("servers").addObject().put("url", server);
        ArrayNode security = document.putArray("security");
        security.addObject().putArray("bearer");
        security.addObject().putArray("basic");
        document.set("tags", tags(model, resources));
        document.set("paths", paths(resources, schemas));
        document.set("components", components(schemas));
        return document;
    }

    /** The document as it is published: indented, in UTF-8, with a line feed at its end. */
    public static byte[] bytes(ObjectNode document) {
        try {
            return (MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a JSON tree in memory cannot be written", e);
        }
    }

    private static ObjectNode info(ApiResources resources) {
        ObjectNode info = MAPPER.createObjectNode();
        info.put("title", resources.title()).put("version", resources.model().version());
        info.put(
                "description",
                "One resource for each container, list, list entry and leaf of the model " + resources.model()
                        + ". Bodies are JSON as RFC 7951 has it, with plain names; who accepts application/yang-data+json"
                        + " gets names with their modules. Keys in a URL are percent-encoded. Every change is one"
                        + " transaction: valid as a whole, or refused with every violation.");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        return info;
    }

    private static ArrayNode tags(LoadedModel model, ApiResources resources) {
        ArrayNode tags = MAPPER.createArrayNode();
        var names = new LinkedHashSet<String>();
        resources.resources().forEach(resource -> names.add(resource.tag()));
        for (String name : names) {
            SchemaNode top = model.root().child(name);
            String description = top == null ? "" : top.description();
            tags.addObject()
                    .put("name", name)
                    .put(
                            "description",
                            description.isEmpty() ? "All of " + name + "." : Constraints.flowing(description));
        }
        return tags;
    }

    private static ObjectNode paths(ApiResources resources, NodeSchemas schemas) {
        ObjectNode paths = MAPPER.createObjectNode();
        var operations = new Operations(schemas);
        resources.resources().forEach(resource -> paths.set(resource.template(), operations.pathItem(resource)));
        return paths;
    }

    private static ObjectNode components(NodeSchemas schemas) {
        try (InputStream in = Objects.requireNonNull(
                OpenApiDocument.class.getResourceAsStream("/openapi/components.json"), "openapi/components.json")) {
            ObjectNode components = (ObjectNode) MAPPER.readTree(in);
            components.withObjectProperty("schemas").setAll(schemas.components());
            return components;
        } catch (IOException e) {
            throw new UncheckedIOException("the resource openapi/components.json cannot be read", e);
        }
    }
}
