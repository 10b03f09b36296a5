package dev.trimtab.core.transaction;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.core.target.SystemModel;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.YangSource;
import java.util.List;
import java.util.Map;

/** The system model, and a shop with items and orders that refer to them. */
public final class TestModels {
    private static final String SHOP = """
            module shop {
              yang-version 1.1;
              namespace "urn:shop";
              prefix s;
              revision 2026-01-01;
              list item {
                key name;
                leaf name { type string { length "1..40"; } }
                leaf price { type int32 { range "0..1000000"; } }
                leaf stock { type uint64; }
                leaf note { type string; }
              }
              list order {
                key id;
                leaf id { type uint16; }
                leaf item { type leafref { path "/s:item/s:name"; } mandatory true; }
              }
            }
            """;

    private static final String NOTES = """
            module shop-notes {
              namespace "urn:shop-notes";
              prefix n;
              import ietf-yang-metadata { prefix md; }
              revision 2026-01-01;
              md:annotation octets { type binary; }
            }
            """;
    private static final String METADATA = """
            module ietf-yang-metadata {
              namespace "urn:ietf:params:xml:ns:yang:ietf-yang-metadata";
              prefix md;
              revision 2016-08-05;
              extension annotation { argument name; }
            }
            """;

    private TestModels() {}

    public static Models all() {
        return new Models(ServedModel.of(SystemModel.load()), List.of(served(shop())));
    }

    /** The system model, and a model of one module whose text is {@code yang}, which may define annotations. */
    public static Models with(String module, String yang) {
        return versions(module, Map.of("1.0.0", yang));
    }

    /** The system model, and versions of a model of one module. */
    static Models versions(String module, Map<String, String> yang) {
        return new Models(
                ServedModel.of(SystemModel.load()),
                yang.entrySet().stream()
                        .map(version -> served(new ModelDescription(
                                new ModelId(module, version.getKey()),
                                module,
                                List.of(
                                        new YangSource(module + ".yang", version.getValue(), true),
                                        new YangSource("ietf-yang-metadata.yang", METADATA, false)))))
                        .toList());
    }

    private static ServedModel served(ModelDescription description) {
        return ServedModel.of(LoadedModel.load(description));
    }

    private static ModelDescription shop() {
        return new ModelDescription(
                new ModelId("shop", "1.0.0"),
                "A shop",
                List.of(
                        new YangSource("shop.yang", SHOP, true),
                        new YangSource("shop-notes.yang", NOTES, true),
                        new YangSource("ietf-yang-metadata.yang", METADATA, false)));
    }
}
