package dev.trimtab.pluginhost;

import dev.trimtab.model.Migration;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.Path;
import java.util.List;
import java.util.Set;

/**
 * What a plugin says of itself.
 *
 * @param validatedPaths schema paths of the nodes that it validates; empty for none
 * @param pickedPaths schema paths of the leaves that it knows values for; empty for none
 * @param migrations what it brings; their code runs in the plugin and throws {@link PluginException} when it fails
 */
public record PluginDescription(
        ModelDescription model, Set<Path> validatedPaths, Set<Path> pickedPaths, List<Migration> migrations) {
    public PluginDescription {
        validatedPaths = Set.copyOf(validatedPaths);
        pickedPaths = Set.copyOf(pickedPaths);
        migrations = List.copyOf(migrations);
    }

    PluginDescription with(List<Migration> others) {
        return new PluginDescription(model, validatedPaths, pickedPaths, others);
    }
}
