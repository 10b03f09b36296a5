package dev.trimtab.plugin.aether.v2_1;

import dev.trimtab.model.Migration;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.ModelPlugin;
import dev.trimtab.model.YangResources;
import java.util.List;

/** Model {@code aether} 2.1.0, with the way from 2.0.0 and back. */
public final class Aether21Plugin implements ModelPlugin {
    private final ModelDescription description = new ModelDescription(
            new ModelId("aether", "2.1.0"),
            "Aether 2.1: the sites, slices and devices of an enterprise",
            new YangResources(Aether21Plugin.class.getClassLoader())
                    .implemented(
                            "yang/aether/2.1.0",
                            "onf-aether-types",
                            "onf-application",
                            "onf-site",
                            "onf-template",
                            "onf-traffic-class")
                    .imported("META-INF/yang", "ietf-inet-types@2013-07-15", "ietf-yang-types@2013-07-15")
                    .sources());

    @Override
    public ModelDescription describe() {
        return description;
    }

    @Override
    public List<Migration> migrations() {
        return List.of(new MigrationFrom20(), new MigrationTo20());
    }
}
