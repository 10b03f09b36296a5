package dev.trimtab.pluginhost;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.ModelPlugin;
import dev.trimtab.model.XPathExtension;
import dev.trimtab.model.YangSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The plugin that the tests have on their class path. */
public final class ClassPathPlugin implements ModelPlugin {
    static final ModelDescription DESCRIPTION = new ModelDescription(
            new ModelId("lamp", "1.2.3"),
            "Lamps – on and off",
            List.of(
                    new YangSource("lamp.yang", "module lamp { namespace \"urn:lamp\"; prefix l; }", true),
                    new YangSource("types@2026-01-01.yang", "module types {}", false)),
            Map.of("lamp", Set.of("dimming", "colour"), "types", Set.of()),
            Set.of(XPathExtension.SET_CONTAINS));

    @Override
    public ModelDescription describe() {
        return DESCRIPTION;
    }
}
