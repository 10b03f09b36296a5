package dev.trimtab.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** Reads which targets there are, and what the server observes of each. */
public final class TargetList {
    private static final String SYSTEM = "system";

    private final ApiClient api;

    public TargetList(ApiClient api) {
        this.api = api;
    }

    /**
     * The API's document {@code targets}; each target has a {@code state} as when it is asked for alone.
     *
     * <p>What is observed is in the tree of the target {@code system}. Who may not read that gets the targets without it.
     */
    public JsonNode all() {
        JsonNode document = api.send(ApiRequest.get("/api/v1/targets")).body();
        JsonNode targets = document.path("targets");
        Map<String, JsonNode> states = new HashMap<>();
        for (JsonNode target : targets) {
            if (target.path("name").asText().equals(SYSTEM)) {
                states = states(target.path("url").asText());
            }
        }
        for (JsonNode target : targets) {
            JsonNode state = states.get(target.path("name").asText());
            if (state != null && target instanceof ObjectNode object) {
                object.set("state", state);
            }
        }
        return document;
    }

    private Map<String, JsonNode> states(String systemUrl) {
        Map<String, JsonNode> states = new HashMap<>();
        try {
            var request = ApiRequest.get(systemUrl + "/system/targets/target").query("content", "state");
            for (JsonNode target : api.send(request).body()) {
                if (target.has("state")) {
                    states.put(target.path("name").asText(), target.path("state"));
                }
            }
        } catch (RefusedException _) {
            // It is hidden from the caller, who may see targets all the same.
        }
        return states;
    }
}
