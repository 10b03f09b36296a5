package dev.trimtab.app.gnmi;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.target.ModelSettings;
import dev.trimtab.core.target.PluginSettings;
import dev.trimtab.core.transaction.CommitResult;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.XPathExtension;
import dev.trimtab.model.YangSource;
import dev.trimtab.proto.admin.v1.AddModelRequest;
import dev.trimtab.proto.admin.v1.EnabledFeatures;
import dev.trimtab.proto.admin.v1.Model;
import dev.trimtab.proto.admin.v1.ModelChange;
import dev.trimtab.proto.admin.v1.Module;
import dev.trimtab.proto.admin.v1.PluginProcess;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Models in the admin service's messages. */
final class ModelMessages {
    private ModelMessages() {}

    static Model model(LoadedModel model) {
        var message = Model.newBuilder()
                .setName(model.id().name())
                .setVersion(model.id().version())
                .setTitle(model.title());
        model.modules()
                .forEach(module -> message.addModules(
                        Module.newBuilder().setName(module.name()).setRevision(module.revision())));
        return message.build();
    }

    /** @throws dev.trimtab.core.failure.FailureException with {@code Malformed} */
    static ModelId id(String name, String version) {
        return wellFormed(() -> new ModelId(name, version));
    }

    /** @throws dev.trimtab.core.failure.FailureException with {@code Malformed} */
    static ModelSettings settings(AddModelRequest request) {
        return wellFormed(() -> new ModelSettings(
                new ModelDescription(
                        new ModelId(request.getName(), request.getVersion()),
                        request.getTitle(),
                        request.getSourcesList().stream()
                                .map(source ->
                                        new YangSource(source.getFileName(), source.getText(), source.getImplemented()))
                                .toList(),
                        features(request),
                        request.getXpathExtensionsList().stream()
                                .map(XPathExtension::parse)
                                .collect(Collectors.toUnmodifiableSet())),
                plugin(request)));
    }

    private static Map<String, Set<String>> features(AddModelRequest request) {
        Map<String, Set<String>> features = new HashMap<>();
        for (EnabledFeatures module : request.getFeaturesList()) {
            features.put(module.getModule(), Set.copyOf(module.getEnabledList()));
        }
        return features;
    }

    private static PluginSettings plugin(AddModelRequest request) {
        return switch (request.getPluginCase()) {
            case PLUGIN_NOT_SET -> new PluginSettings.None();
            case JAR -> new PluginSettings.Jar(request.getJar());
            case PROCESS -> {
                PluginProcess process = request.getProcess();
                String name = process.getTlsName();
                yield new PluginSettings.Host(process.getAddress(), process.getPort(), name.isEmpty() ? null : name);
            }
        };
    }

    static ModelChange change(CommitResult result) {
        return ModelChange.newBuilder()
                .setTransaction(result.index())
                .setTime(AdminService.timestamp(result.time()))
                .build();
    }

    /** @throws dev.trimtab.core.failure.FailureException with {@code Malformed} for an illegal argument */
    static <T> T wellFormed(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new Failure.Malformed(Path.ROOT, String.valueOf(e.getMessage())).asException();
        }
    }
}
