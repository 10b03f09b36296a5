package dev.trimtab.core.target;

import dev.trimtab.model.ModelDescription;

/** One entry of {@code /system/models/model}: a model that was added to those that are built in, and where its code is. */
public record ModelSettings(ModelDescription description, PluginSettings plugin) {}
