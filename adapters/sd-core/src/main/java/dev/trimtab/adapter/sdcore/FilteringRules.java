package dev.trimtab.adapter.sdcore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What traffic of a slice passes: one rule for each endpoint of each application that the slice filters, then the rules that stand
 * for the slice's default behavior. An application without endpoints gives no rule.
 */
final class FilteringRules {
    private static final BigInteger INT32_MAX = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final Map<String, Integer> PROTOCOLS = Map.of("TCP", 6, "UDP", 17);
    private static final String ANYWHERE = "0.0.0.0/0";

    /** The rules of the default behavior come after every filter: the model's priorities end at 200. */
    private static final int FIRST_DEFAULT_PRIORITY = 250;

    private FilteringRules() {}

    static ArrayNode of(ConfigNode root, ConfigNode slice) throws UntranslatableException {
        ArrayNode rules = JsonNodeFactory.instance.arrayNode();
        List<ConfigNode> filters = new ArrayList<>(slice.list("filter", "application"));
        filters.sort(Comparator.comparingInt(filter -> filter.number("priority", 0))); // stable: then by application
        for (ConfigNode filter : filters) {
            ConfigNode application = root.entry("onf-application:application", "application-id", filter, "application");
            for (ConfigNode endpoint : application.list("endpoint", "endpoint-id")) {
                rules.add(rule(root, filter, application, endpoint));
            }
        }
        return rules.addAll(defaults(slice));
    }

    private static ObjectNode rule(ConfigNode root, ConfigNode filter, ConfigNode application, ConfigNode endpoint)
            throws UntranslatableException {
        String name = application.text("application-id") + "-" + endpoint.text("endpoint-id");
        int firstPort = endpoint.number("port-start");
        ObjectNode rule = rule(
                name,
                filter.number("priority", 0),
                filter.isOn("allow") ? "permit" : "deny",
                application.text("address"));
        rule.put("dest-port-start", firstPort)
                .put("dest-port-end", endpoint.number("port-end", firstPort))
                .put("protocol", PROTOCOLS.get(endpoint.text("protocol")));
        ConfigNode mbr = endpoint.container("mbr");
        putBitrate(rule, "app-mbr-uplink", mbr, "uplink");
        putBitrate(rule, "app-mbr-downlink", mbr, "downlink");
        rule.put("bitrate-unit", "bps").set("traffic-class", TrafficClasses.named(root, endpoint));
        return rule;
    }

    /** The webconsole holds these in 32 bits and cuts what is larger; a promise it would break is refused here. */
    private static void putBitrate(ObjectNode rule, String member, ConfigNode mbr, String leaf)
            throws UntranslatableException {
        if (mbr.has(leaf)) {
            rule.put(member, mbr.unsigned(leaf, INT32_MAX).intValueExact());
        }
    }

    private static List<ObjectNode> defaults(ConfigNode slice) throws UntranslatableException {
        String behavior = slice.text("default-behavior");
        return switch (behavior) {
            case "ALLOW-ALL" -> List.of(standing("ALLOW-ALL", 0, "permit", ANYWHERE));
            case "DENY-ALL" -> List.of(standing("DENY-ALL", 0, "deny", ANYWHERE));
            case "ALLOW-PUBLIC" ->
                List.of(
                        standing("DENY-CLASS-A", 0, "deny", "10.0.0.0/8"),
                        standing("DENY-CLASS-B", 1, "deny", "172.16.0.0/12"),
                        standing("DENY-CLASS-C", 2, "deny", "192.168.0.0/16"),
                        standing("ALLOW-ALL", 3, "permit", ANYWHERE));
            default ->
                throw new UntranslatableException(
                        slice.path().child("default-behavior"), behavior, "is not a behavior SD-Core has rules for");
        };
    }

    private static ObjectNode standing(String name, int order, String action, String network) {
        ObjectNode rule = rule(name, FIRST_DEFAULT_PRIORITY + order, action, network);
        rule.set("traffic-class", TrafficClasses.of("", 9, 6, 0, 0));
        return rule;
    }

    private static ObjectNode rule(String name, int priority, String action, String network) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("rule-name", name)
                .put("priority", priority)
                .put("action", action)
                .put("endpoint", network);
    }
}
