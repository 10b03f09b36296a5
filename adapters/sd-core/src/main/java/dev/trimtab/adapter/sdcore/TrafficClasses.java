package dev.trimtab.adapter.sdcore;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A traffic class as the webconsole takes it. A figure that the model leaves to the core gets the one used here. */
final class TrafficClasses {
    private static final int QCI = 9;
    private static final int ARP = 9;
    private static final int PDB_MILLIS = 300;
    private static final int PELR = 6;

    private TrafficClasses() {}

    /** The class that {@code user} names; without a name, when it names none. */
    static ObjectNode named(ConfigNode root, ConfigNode user) throws UntranslatableException {
        if (!user.has("traffic-class")) {
            return of("", QCI, ARP, PDB_MILLIS, PELR);
        }
        ConfigNode named = root.entry("onf-traffic-class:traffic-class", "traffic-class-id", user, "traffic-class");
        return of(
                named.text("traffic-class-id"),
                named.number("qci", QCI),
                named.number("arp", ARP),
                named.number("pdb", PDB_MILLIS),
                named.number("pelr", PELR));
    }

    static ObjectNode of(String name, int qci, int arp, int pdbMillis, int pelr) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("qci", qci)
                .put("arp", arp)
                .put("pdb", pdbMillis)
                .put("pelr", pelr);
    }
}
