package dev.trimtab.plugin.aether.v2_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.model.Migration.Carried;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The mobile cores of 2.0, which an enterprise uses for all of its sites, on their way to 2.1, where each site names its own.
 *
 * <p>Only one core that is used can be carried over: of several, 2.0 does not say which serves which site.
 */
final class CoresFrom20 {
    private static final Path CORES = Path.parse("/connectivity-services");
    private static final Path ENTERPRISES = Path.parse("/enterprises");
    private static final Path CORE_OF_SITE = Path.parse("/connectivity-service/core-5g");
    private static final Map<String, String> NEW_NAMES =
            Map.of("core-5g-endpoint", "endpoint", "acc-prometheus-url", "acc-prometheus-url");
    private static final List<String> LEAVES =
            List.of("connectivity-service-id", "display-name", "description", "core-5g-endpoint", "acc-prometheus-url");

    private final ObjectNode old;
    private final List<MigrationNote> notes = new ArrayList<>();
    private final List<Carried> carried = new ArrayList<>();

    CoresFrom20(ObjectNode old) {
        this.old = old;
    }

    List<MigrationNote> notes() {
        return notes;
    }

    List<Carried> carried() {
        return carried;
    }

    void giveTo(List<ObjectNode> sites) {
        List<String> used = usedCores();
        noteReferences(used);
        JsonNode cores = old.path("onf-connectivity-service:connectivity-services");
        for (ObjectNode core : Json.entries(cores, "connectivity-service")) {
            String id = Json.text(core, "connectivity-service-id");
            boolean goes = used.equals(List.of(id)) && !sites.isEmpty();
            String why = goes ? "a core has no name of its own" : whyNot(id, used);
            for (String leaf : LEAVES) {
                if (core.has(leaf)) {
                    leaf(core, place(id), leaf, goes && NEW_NAMES.containsKey(leaf) ? sites : List.of(), why);
                }
            }
        }
    }

    private List<String> usedCores() {
        return enterprises().stream()
                .flatMap(enterprise -> Json.entries(enterprise, "connectivity-service").stream())
                .filter(reference -> reference.path("enabled").asBoolean())
                .map(reference -> Json.text(reference, "connectivity-service"))
                .distinct()
                .toList();
    }

    private List<ObjectNode> enterprises() {
        return Json.entries(old.path("onf-enterprise:enterprises"), "enterprise");
    }

    private static String whyNot(String id, List<String> used) {
        if (!used.contains(id)) {
            return "the enterprise does not use this core";
        }
        return used.size() == 1
                ? "the enterprise has no site that could name this core"
                : "the enterprise uses the cores " + String.join(", ", used) + ", and each site must name its own";
    }

    private static Path place(String core) {
        return CORES.child(new PathElement("connectivity-service", Map.of("connectivity-service-id", core)));
    }

    private void leaf(ObjectNode core, Path place, String leaf, List<ObjectNode> sites, String why) {
        Path from = place.child(leaf);
        String value = Json.text(core, leaf);
        if (sites.isEmpty()) {
            notes.add(MigrationNote.lost(from, value, why));
        }
        for (ObjectNode site : sites) {
            String name = NEW_NAMES.getOrDefault(leaf, leaf);
            site.withObject("/connectivity-service/core-5g").put(name, value);
            var element = Json.element("site", "site-id", site);
            carried.add(new Carried(from, Path.of(element).append(CORE_OF_SITE).child(name)));
        }
    }

    private void noteReferences(List<String> used) {
        String why = used.size() == 1 ? "a site that names a core uses it" : "each site must name its own core";
        for (ObjectNode enterprise : enterprises()) {
            var element = Json.element("enterprise", "enterprise-id", enterprise);
            for (ObjectNode reference : Json.entries(enterprise, "connectivity-service")) {
                String core = Json.text(reference, "connectivity-service");
                Path path = ENTERPRISES
                        .child(element)
                        .child(new PathElement("connectivity-service", Map.of("connectivity-service", core)));
                notes.add(MigrationNote.lost(path.child("connectivity-service"), core, why));
                if (reference.has("enabled")) {
                    notes.add(MigrationNote.lost(path.child("enabled"), Json.text(reference, "enabled"), why));
                }
            }
        }
    }
}
