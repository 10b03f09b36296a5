package dev.trimtab.core.target;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.YangResources;

/** The model of the server's own configuration, which the target {@code system} has. */
public final class SystemModel {
    private SystemModel() {}

    /**
     * Loads it from this module's resources: takes as long as the load of any model. Thread-safe.
     *
     * @throws IllegalStateException when a resource is not there: the program was packed wrongly
     */
    public static LoadedModel load() {
        return LoadedModel.load(new ModelDescription(
                new ModelId("system", "1.0.0"),
                "The server's own configuration",
                new YangResources(SystemModel.class.getClassLoader())
                        .implemented("yang/system/1.0.0", "trimtab-system")
                        .imported("META-INF/yang", "ietf-inet-types@2013-07-15", "ietf-yang-types@2013-07-15")
                        .sources()));
    }
}
