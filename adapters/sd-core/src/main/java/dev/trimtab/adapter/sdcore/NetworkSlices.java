package dev.trimtab.adapter.sdcore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A slice as the webconsole 3.x takes it. */
final class NetworkSlices {
    private NetworkSlices() {}

    static ObjectNode body(ConfigNode root, ConfigNode site, ConfigNode slice, List<ConfigNode> groups)
            throws UntranslatableException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("slice-id", sliceId(slice));
        ArrayNode names = body.putArray("site-device-group");
        for (ConfigNode group : groups) {
            names.add(group.text("device-group-id"));
        }
        body.set("site-info", siteInfo(site, slice));
        body.set("application-filtering-rules", FilteringRules.of(root, slice));
        return body;
    }

    /**
     * The model writes both parts in hexadecimal. The webconsole reads the type as a decimal number, and the network functions
     * compare the differentiator as six digits (3GPP TS 29.571, section 5.4.4.2).
     */
    private static ObjectNode sliceId(ConfigNode slice) throws UntranslatableException {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sst", Integer.toString(slice.hexadecimal("sst")))
                .put("sd", String.format("%06x", slice.hexadecimal("sd")));
    }

    private static ObjectNode siteInfo(ConfigNode site, ConfigNode slice) throws UntranslatableException {
        ConfigNode imsi = site.container("imsi-definition");
        ObjectNode info = JsonNodeFactory.instance.objectNode().put("site-name", site.text("site-id"));
        info.putObject("plmn").put("mcc", imsi.text("mcc")).put("mnc", imsi.text("mnc"));
        info.set("gNodeBs", cells(site));
        if (slice.has("upf")) {
            ConfigNode upf = site.entry("upf", "upf-id", slice, "upf");
            info.putObject("upf").put("upf-name", upf.text("address")).put("upf-port", upf.number("port"));
        }
        return info;
    }

    /**
     * The enabled cells of the site. The webconsole 3.x takes no dots in the name of a cell, so that an address cannot be one;
     * the cell goes by its identifier.
     */
    private static ArrayNode cells(ConfigNode site) throws UntranslatableException {
        ArrayNode cells = JsonNodeFactory.instance.arrayNode();
        for (ConfigNode cell : site.list("small-cell", "small-cell-id")) {
            if (cell.isOn("enable")) {
                String name = cell.text("small-cell-id");
                SdCoreTranslation.checkName(cell.path(), name);
                cells.addObject().put("name", name).put("tac", tac(cell));
            }
        }
        return cells;
    }

    private static int tac(ConfigNode cell) throws UntranslatableException {
        int tac = cell.hexadecimal("tac");
        if (tac == 0) {
            throw new UntranslatableException(cell.path().child("tac"), cell.text("tac"), "SD-Core starts at 1");
        }
        return tac;
    }
}
