package dev.trimtab.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.cli.client.ConfigPath.Step;
import java.util.List;
import java.util.Map;

/** Where the REST API has what a path of a target names: {@code /aether/v2.1.x/acme/site/a/slice/b}. */
public final class ResourceUrls {
    private final ApiClient api;

    public ResourceUrls(ApiClient api) {
        this.api = api;
    }

    /** Path of the URL of a target's pick-lists. */
    public static String pickList(String target) {
        return "/api/v1/targets/" + ApiRequest.encode(target) + "/pick-list";
    }

    /** Path of a model's URL. */
    public static String model(String name, String version) {
        return "/api/v1/models/" + ApiRequest.encode(name) + "/" + ApiRequest.encode(version);
    }

    /**
     * Asks the server where the target is, and for the order of keys where a list has several.
     *
     * @return path of the URL, percent-encoded
     * @throws RefusedException when there is no such target, or a list's keys are not the typed ones
     */
    public String url(String target, ConfigPath path) {
        String root = api.send(ApiRequest.get("/api/v1/targets/" + ApiRequest.encode(target)))
                .body()
                .path("url")
                .asText();
        var url = new StringBuilder(root);
        for (int i = 0; i < path.steps().size(); i++) {
            url.append('/').append(ApiRequest.encode(path.steps().get(i).name()));
            for (String value : values(root, path.steps().subList(0, i + 1))) {
                url.append('/').append(ApiRequest.encode(value));
            }
        }
        return url.toString();
    }

    /** Values of the last step's keys, in the order of the URL. */
    private List<String> values(String root, List<Step> steps) {
        Map<String, String> keys = steps.getLast().keys();
        if (keys.size() < 2) {
            return List.copyOf(keys.values());
        }
        String document = "/openapi" + root.substring(0, root.lastIndexOf('/')) + ".json";
        JsonNode templates = api.send(ApiRequest.get(document)).body().path("paths");
        return KeyOrder.of(templates, steps).stream()
                .map(key -> keys.getOrDefault(key, ""))
                .toList();
    }
}
