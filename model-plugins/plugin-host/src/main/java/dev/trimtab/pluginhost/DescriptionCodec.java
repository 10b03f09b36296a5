package dev.trimtab.pluginhost;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.XPathExtension;
import dev.trimtab.model.YangSource;
import dev.trimtab.proto.plugin.v1.ModuleFeatures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A model's description as the contract's message, and back. */
final class DescriptionCodec {
    private DescriptionCodec() {}

    static dev.trimtab.proto.plugin.v1.ModelDescription encode(PluginDescription plugin) {
        ModelDescription description = plugin.model();
        return dev.trimtab.proto.plugin.v1.ModelDescription.newBuilder()
                .setName(description.id().name())
                .setVersion(description.id().version())
                .setTitle(description.title())
                .addAllSources(description.sources().stream()
                        .map(DescriptionCodec::encode)
                        .toList())
                .addAllFeatures(description.features().entrySet().stream()
                        .map(DescriptionCodec::encode)
                        .toList())
                .addAllXpathExtensions(description.xpathExtensions().stream()
                        .map(XPathExtension::text)
                        .toList())
                .addAllValidatedPaths(
                        plugin.validatedPaths().stream().map(Path::toString).toList())
                .addAllPickedPaths(
                        plugin.pickedPaths().stream().map(Path::toString).toList())
                .build();
    }

    private static dev.trimtab.proto.plugin.v1.YangSource encode(YangSource source) {
        return dev.trimtab.proto.plugin.v1.YangSource.newBuilder()
                .setFileName(source.fileName())
                .setText(source.text())
                .setImplemented(source.implemented())
                .build();
    }

    private static ModuleFeatures encode(Map.Entry<String, Set<String>> module) {
        return ModuleFeatures.newBuilder()
                .setModule(module.getKey())
                .addAllEnabled(module.getValue())
                .build();
    }

    /** @throws IllegalArgumentException naming what is not valid in it */
    static PluginDescription decode(dev.trimtab.proto.plugin.v1.ModelDescription description) {
        List<YangSource> sources = description.getSourcesList().stream()
                .map(DescriptionCodec::decode)
                .toList();
        var id = new ModelId(description.getName(), description.getVersion());
        Set<XPathExtension> extensions = description.getXpathExtensionsList().stream()
                .map(XPathExtension::parse)
                .collect(toUnmodifiableSet());
        var model = new ModelDescription(
                id, description.getTitle(), sources, features(description.getFeaturesList()), extensions);
        return new PluginDescription(
                model, paths(description.getValidatedPathsList()), paths(description.getPickedPathsList()), List.of());
    }

    private static Set<Path> paths(List<String> texts) {
        return texts.stream().map(Path::parse).collect(toUnmodifiableSet());
    }

    private static YangSource decode(dev.trimtab.proto.plugin.v1.YangSource source) {
        String fileName = source.getFileName();
        if (fileName.indexOf('/') >= 0 || fileName.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("file name '" + fileName + "' has a folder");
        }
        return new YangSource(fileName, source.getText(), source.getImplemented());
    }

    private static Map<String, Set<String>> features(List<ModuleFeatures> modules) {
        Map<String, Set<String>> features = new HashMap<>();
        for (ModuleFeatures module : modules) {
            if (features.put(module.getModule(), Set.copyOf(module.getEnabledList())) != null) {
                throw new IllegalArgumentException(
                        "the features of module '" + module.getModule() + "' are told twice");
            }
        }
        return features;
    }
}
