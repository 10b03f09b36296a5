package dev.trimtab.pluginhost;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.ModelPlugin;
import dev.trimtab.model.YangSource;
import java.util.List;

/** The plugin that the tests have on their class path. */
public final class ClassPathPlugin implements ModelPlugin {
    static final ModelDescription DESCRIPTION = new ModelDescription(
            new ModelId("lamp", "1.2.3"),
            "Lamps – on and off",
            List.of(
                    new YangSource("lamp.yang", "module lamp { namespace \"urn:lamp\"; prefix l; }", true),
                    new YangSource("types@2026-01-01.yang", "module types {}", false)));

    @Override
    public ModelDescription describe() {
        return DESCRIPTION;
    }
}
