package dev.trimtab.pluginhost;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.Path;
import java.util.Set;

/**
 * What a plugin says of itself.
 *
 * @param validatedPaths schema paths of the nodes that it validates; empty for none
 * @param pickedPaths schema paths of the leaves that it knows values for; empty for none
 */
public record PluginDescription(ModelDescription model, Set<Path> validatedPaths, Set<Path> pickedPaths) {
    public PluginDescription {
        validatedPaths = Set.copyOf(validatedPaths);
        pickedPaths = Set.copyOf(pickedPaths);
    }
}
