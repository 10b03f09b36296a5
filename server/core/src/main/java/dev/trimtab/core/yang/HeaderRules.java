package dev.trimtab.core.yang;

import java.util.List;
import java.util.Map;
import org.opendaylight.yangtools.yang.ir.IRStatement;

/** The order of the sections of a module (RFC 7950 sections 7.1 and 14). */
final class HeaderRules {
    private static final Map<String, Integer> SECTIONS = Map.ofEntries(
            Map.entry("yang-version", 0),
            Map.entry("namespace", 0),
            Map.entry("prefix", 0),
            Map.entry("belongs-to", 0),
            Map.entry("import", 1),
            Map.entry("include", 1),
            Map.entry("organization", 2),
            Map.entry("contact", 2),
            Map.entry("description", 2),
            Map.entry("reference", 2),
            Map.entry("revision", 3));
    private static final List<String> NAMES =
            List.of("header", "import and include", "organization and description", "revision", "body");
    private static final int BODY = 4;

    private HeaderRules() {}

    static void check(Source source, List<Fault> faults) {
        int section = 0;
        for (IRStatement statement : source.root().statements()) {
            if (statement.keyword().prefix() != null) {
                continue; // extensions stand anywhere
            }
            int own = SECTIONS.getOrDefault(statement.keyword().identifier(), BODY);
            if (own < section) {
                faults.add(source.fault(
                        statement, "must stand before the statements of section '" + NAMES.get(section) + "'"));
            }
            section = Math.max(section, own);
        }
    }
}
