package dev.trimtab.conformance;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.ModelPlugin;
import dev.trimtab.model.YangSource;
import java.util.List;

/** A model whose YANG does not parse. */
public final class BrokenPlugin implements ModelPlugin {
    private static final String YANG = """
            module broken {
              yang-version 1.1;
              namespace "urn:broken";
              prefix b;
              leaf x { type no-such-type; }
            }
            """;

    @Override
    public ModelDescription describe() {
        return new ModelDescription(
                new ModelId("broken", "1.0.0"), "Broken", List.of(new YangSource("broken.yang", YANG, true)));
    }
}
