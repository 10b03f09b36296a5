package dev.trimtab.adapter.sdcore;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Set;
import java.util.TreeSet;

/**
 * A device group as the webconsole 3.x takes it.
 *
 * <p>The network of the group is the one element of the array {@code ip-domains}; before 3.0 it was the object
 * {@code ip-domain-expanded}, which a newer webconsole drops without a word.
 */
final class DeviceGroups {
    private static final BigInteger INT64_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private DeviceGroups() {}

    static ObjectNode body(ConfigNode root, ConfigNode site, ConfigNode group) throws UntranslatableException {
        ConfigNode domain = site.entry("ip-domain", "ip-domain-id", group, "ip-domain");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        imsis(site, group).forEach(body.putArray("imsis")::add);
        body.put("ip-domain-name", domain.text("ip-domain-id")).put("site-info", site.text("site-id"));
        body.putArray("ip-domains").add(network(root, group, domain));
        return body;
    }

    /** The subscribers behind the group's devices: those with an enabled card, in an enabled membership. */
    private static Set<String> imsis(ConfigNode site, ConfigNode group) throws UntranslatableException {
        var imsis = new TreeSet<String>();
        for (ConfigNode member : group.list("device", "device-id")) {
            ConfigNode device = site.entry("device", "device-id", member, "device-id");
            if (member.isOn("enable") && device.has("sim-card")) {
                ConfigNode card = site.entry("sim-card", "sim-id", device, "sim-card");
                if (card.isOn("enable")) {
                    card.optionalText("imsi").ifPresent(imsis::add);
                }
            }
        }
        return imsis;
    }

    private static ObjectNode network(ConfigNode root, ConfigNode group, ConfigNode domain)
            throws UntranslatableException {
        ObjectNode network = JsonNodeFactory.instance.objectNode();
        network.put("dnn", domain.text("dnn")).put("ue-ip-pool", domain.text("subnet"));
        domain.optionalText("dns-primary").ifPresent(address -> network.put("dns-primary", address));
        domain.optionalText("dns-secondary").ifPresent(address -> network.put("dns-secondary", address));
        network.put("mtu", domain.number("mtu"));
        ConfigNode mbr = group.container("mbr");
        network.putObject("ue-dnn-qos")
                .put("dnn-mbr-uplink", mbr.unsigned("uplink", INT64_MAX))
                .put("dnn-mbr-downlink", mbr.unsigned("downlink", INT64_MAX))
                .put("bitrate-unit", "bps")
                .set("traffic-class", TrafficClasses.named(root, group));
        return network;
    }
}
