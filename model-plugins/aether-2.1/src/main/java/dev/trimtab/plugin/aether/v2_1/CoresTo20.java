package dev.trimtab.plugin.aether.v2_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.model.Migration.Carried;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The mobile cores that the sites of 2.1 name, on their way to 2.0, where the enterprise has them for all of its sites. */
final class CoresTo20 {
    private static final String CORE = "core-5g";
    private static final Path CORE_PLACE =
            Path.parse("/connectivity-services/connectivity-service[connectivity-service-id=" + CORE + "]");
    private static final Map<String, String> OLD_NAMES =
            Map.of("endpoint", "core-5g-endpoint", "acc-prometheus-url", "acc-prometheus-url");
    private static final String INVENTED = "2.0 names cores once, and the sites name the same one";

    private final Path enterprise;
    private final List<MigrationNote> notes = new ArrayList<>();
    private final List<Carried> carried = new ArrayList<>();

    /** {@code enterprise} is the one enterprise of the new configuration. */
    CoresTo20(Path enterprise) {
        this.enterprise = enterprise;
    }

    List<MigrationNote> notes() {
        return notes;
    }

    List<Carried> carried() {
        return carried;
    }

    void take(List<ObjectNode> sites, ObjectNode config) {
        Map<ObjectNode, JsonNode> cores = new LinkedHashMap<>();
        for (ObjectNode site : sites) {
            JsonNode services = site.path("connectivity-service");
            lose(site, services, "core-4g", "2.0 knows the 5G core only");
            lose(site, services, "ran-5g-service", "2.0 does not know the controller of the radio network");
            if (!services.path(CORE).isEmpty()) {
                cores.put(site, services.path(CORE));
            }
        }
        Set<JsonNode> different = Set.copyOf(cores.values());
        if (different.size() == 1) {
            JsonNode core = different.iterator().next();
            sites.forEach(site -> carry(site, core, cores.containsKey(site)));
            put(core, config);
        } else {
            String names = cores.keySet().stream().map(CoresTo20::id).collect(Collectors.joining(", "));
            cores.keySet()
                    .forEach(site -> lose(
                            site,
                            site.path("connectivity-service"),
                            CORE,
                            "2.0 has cores for the whole enterprise, and the sites " + names + " name different ones"));
        }
    }

    private static String id(ObjectNode site) {
        return Json.text(site, "site-id");
    }

    private static Path place(ObjectNode site, String service) {
        return Path.of(Json.element("site", "site-id", site))
                .child("connectivity-service")
                .child(service);
    }

    private void lose(ObjectNode site, JsonNode services, String service, String reason) {
        services.path(service)
                .properties()
                .forEach(leaf -> notes.add(MigrationNote.lost(
                        place(site, service).child(leaf.getKey()),
                        leaf.getValue().asText(),
                        reason)));
    }

    /** To a site that named no core the enterprise's is new. */
    private void carry(ObjectNode site, JsonNode core, boolean named) {
        core.properties().forEach(leaf -> {
            Path from = place(site, CORE).child(leaf.getKey());
            Path to = CORE_PLACE.child(OLD_NAMES.getOrDefault(leaf.getKey(), leaf.getKey()));
            if (named) {
                carried.add(new Carried(from, to));
            } else {
                String reason = "the site named no core, and the one of the enterprise serves it";
                notes.add(new MigrationNote(
                        MigrationNote.Kind.CHANGED,
                        from,
                        to,
                        null,
                        leaf.getValue().asText(),
                        reason));
            }
        });
    }

    private void put(JsonNode core, ObjectNode config) {
        ObjectNode made = config.putObject("onf-connectivity-service:connectivity-services")
                .putArray("connectivity-service")
                .addObject()
                .put("connectivity-service-id", CORE);
        core.properties()
                .forEach(leaf -> made.set(OLD_NAMES.getOrDefault(leaf.getKey(), leaf.getKey()), leaf.getValue()));
        invented(CORE_PLACE.child("connectivity-service-id"), CORE);
        Json.entries(config.path("onf-enterprise:enterprises"), "enterprise")
                .getFirst()
                .putArray("connectivity-service")
                .addObject()
                .put("connectivity-service", CORE)
                .put("enabled", true);
        Path reference =
                enterprise.child(new PathElement("connectivity-service", Map.of("connectivity-service", CORE)));
        invented(reference.child("connectivity-service"), CORE);
        invented(reference.child("enabled"), "true");
    }

    private void invented(Path path, String value) {
        notes.add(MigrationNote.invented(path, value, INVENTED));
    }
}
