package dev.trimtab.plugin.aether.v2_0;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.ModelPlugin;
import dev.trimtab.model.YangResources;

/** Model {@code aether} 2.0.0. */
public final class Aether20Plugin implements ModelPlugin {
    private final ModelDescription description = new ModelDescription(
            new ModelId("aether", "2.0.0"),
            "Aether 2.0: connectivity services and the enterprises that use them",
            new YangResources(Aether20Plugin.class.getClassLoader())
                    .implemented("yang/aether/2.0.0", "onf-aether-types", "onf-connectivity-service", "onf-enterprise")
                    .imported("META-INF/yang", "ietf-inet-types@2013-07-15")
                    .sources());

    @Override
    public ModelDescription describe() {
        return description;
    }
}
