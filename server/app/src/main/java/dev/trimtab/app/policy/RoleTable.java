package dev.trimtab.app.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The policy's data document: which role grants which actions on which paths. The policy's own head describes the form.
 *
 * <p>A table is checked when it is read, for a misspelt word in it would silently grant less, or deny less, than was meant.
 */
final class RoleTable {
    private static final Set<String> KINDS = Set.of("targets", "system");
    private static final Set<String> ACTIONS = Set.of("read", "write", "subscribe", "rollback", "admin");
    private static final Set<String> GRANT_MEMBERS = Set.of("on", "actions", "allow", "deny");
    private static final Set<String> DENY_MEMBERS = Set.of("path", "unless");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final List<String> errors = new ArrayList<>();

    private RoleTable() {}

    static JsonNode bundled() {
        try {
            return checked(JSON.readTree(WasmEvaluator.resource("data.json")), "policy/data.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(java.nio.file.Path file) {
        try {
            return checked(JSON.readTree(Files.readAllBytes(file)), file.toString());
        } catch (IOException e) {
            throw new IllegalArgumentException("the table of roles " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static JsonNode checked(JsonNode document, String name) {
        var table = new RoleTable();
        table.document(document);
        if (!table.errors.isEmpty()) {
            throw new IllegalArgumentException(
                    "the table of roles " + name + " is wrong: " + String.join("; ", table.errors));
        }
        return document;
    }

    private void document(JsonNode document) {
        JsonNode roles = document.path("trimtab").path("roles");
        if (!roles.isObject()
                || document.size() != 1
                || document.path("trimtab").size() != 1) {
            errors.add("it must hold {\"trimtab\": {\"roles\": {...}}} and nothing else");
            return;
        }
        roles.properties().forEach(role -> role(role.getKey(), role.getValue()));
    }

    private void role(String name, JsonNode grants) {
        if (!name.matches("[A-Za-z0-9._-]+")) {
            errors.add("role '" + name + "' is not of [A-Za-z0-9._-]");
        }
        if (!grants.isArray()) {
            errors.add("role '" + name + "' is not a list of grants");
        }
        for (int i = 0; i < grants.size(); i++) {
            grant("grant " + (i + 1) + " of role '" + name + "'", grants.get(i));
        }
    }

    private void grant(String where, JsonNode grant) {
        members(where, grant, GRANT_MEMBERS);
        if (!KINDS.contains(grant.path("on").asText())) {
            errors.add(where + ": 'on' is not one of targets, system");
        }
        for (JsonNode action : list(where, grant, "actions")) {
            if (!ACTIONS.contains(action.asText())) {
                errors.add(where + ": there is no action '" + action.asText() + "'");
            }
        }
        for (JsonNode path : list(where, grant, "allow")) {
            path(where, path);
        }
        if (grant.has("deny")) {
            for (JsonNode deny : list(where, grant, "deny")) {
                members(where, deny, DENY_MEMBERS);
                path(where, deny.path("path"));
                if (deny.has("unless") && !deny.path("unless").isTextual()) {
                    errors.add(where + ": 'unless' is not the name of a group");
                }
            }
        }
    }

    private void members(String where, JsonNode object, Set<String> known) {
        object.fieldNames().forEachRemaining(member -> {
            if (!known.contains(member)) {
                errors.add(where + ": '" + member + "' is not known");
            }
        });
    }

    private JsonNode list(String where, JsonNode grant, String member) {
        JsonNode list = grant.path(member);
        if (!list.isArray()) {
            errors.add(where + ": '" + member + "' is not a list");
        }
        return list;
    }

    /** The policy compares these paths as text: there is one way to write each. */
    private void path(String where, JsonNode path) {
        if (!path.isTextual() || !path.textValue().matches("/|(/[A-Za-z_][A-Za-z0-9_.-]*)+")) {
            errors.add(where + ": " + path + " is not a path of node names, without modules, keys and wildcards");
        }
    }
}
