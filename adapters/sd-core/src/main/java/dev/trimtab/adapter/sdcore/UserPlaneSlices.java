package dev.trimtab.adapter.sdcore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;

/** A slice as the user plane takes it: how fast it may be, and whose traffic it is. */
final class UserPlaneSlices {
    private static final BigInteger UINT64_MAX = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    private UserPlaneSlices() {}

    static ObjectNode body(ConfigNode site, ConfigNode slice, List<ConfigNode> groups) throws UntranslatableException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("sliceName", slice.text("slice-id"));
        body.set("sliceQos", quality(slice.container("mbr")));
        ArrayNode pools = body.putArray("ueResourceInfo");
        for (ConfigNode group : groups) {
            ConfigNode domain = site.entry("ip-domain", "ip-domain-id", group, "ip-domain");
            pools.addObject().put("uePoolId", group.text("device-group-id")).put("dnn", domain.text("dnn"));
        }
        return body;
    }

    /** A rate that is left out is left to the user plane, which then sets no limit. */
    private static ObjectNode quality(ConfigNode mbr) throws UntranslatableException {
        ObjectNode quality = JsonNodeFactory.instance.objectNode();
        if (mbr.has("uplink")) {
            quality.put("uplinkMBR", mbr.unsigned("uplink", UINT64_MAX));
        }
        if (mbr.has("downlink")) {
            quality.put("downlinkMBR", mbr.unsigned("downlink", UINT64_MAX));
        }
        return quality.put("bitrateUnit", "bps")
                .put("uplinkBurstSize", mbr.unsigned("uplink-burst-size", UINT64_MAX))
                .put("downlinkBurstSize", mbr.unsigned("downlink-burst-size", UINT64_MAX));
    }
}
