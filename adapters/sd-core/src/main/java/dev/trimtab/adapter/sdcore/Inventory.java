package dev.trimtab.adapter.sdcore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trimtab.adapter.kit.BackendUnavailableException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Registers the hardware that a slice names with the core that gets the slice.
 *
 * <p>Cores differ in what their inventory takes, and older ones have none. So a refusal here stops nothing: a core that insists on
 * an entry refuses the slice, and that refusal is the one that counts. Entries are hardware's, not a slice's, and stay.
 */
final class Inventory {
    private Inventory() {}

    static void register(CoreClient client, BackendObject networkSlice) throws BackendUnavailableException {
        URI core = networkSlice.key().endpoint();
        JsonNode site = networkSlice.body().path("site-info");
        JsonNode upf = site.path("upf");
        if (upf.has("upf-name")) {
            var port = JsonNodeFactory.instance
                    .objectNode()
                    .put("port", upf.path("upf-port").asText());
            client.register(uri(core, "upf", upf.path("upf-name").asText()), port);
        }
        for (JsonNode cell : site.path("gNodeBs")) {
            var tac = JsonNodeFactory.instance.objectNode().set("tac", cell.path("tac"));
            client.register(uri(core, "gnb", cell.path("name").asText()), tac);
        }
    }

    private static URI uri(URI core, String collection, String name) {
        return URI.create(core + "/v1/inventory/" + collection + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }
}
