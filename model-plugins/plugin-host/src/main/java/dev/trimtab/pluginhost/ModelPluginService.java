package dev.trimtab.pluginhost;

import dev.trimtab.model.ModelPlugin;
import dev.trimtab.model.YangSource;
import dev.trimtab.proto.plugin.v1.DescribeRequest;
import dev.trimtab.proto.plugin.v1.ModelDescription;
import dev.trimtab.proto.plugin.v1.ModelPluginGrpc;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;

/** A {@link ModelPlugin} as a gRPC service. */
public final class ModelPluginService extends ModelPluginGrpc.ModelPluginImplBase {
    private final ModelPlugin plugin;

    public ModelPluginService(ModelPlugin plugin) {
        this.plugin = plugin;
    }

    @Override
    public void describe(DescribeRequest request, StreamObserver<ModelDescription> responses) {
        ModelDescription description;
        try {
            description = encode(plugin.describe());
        } catch (RuntimeException e) { // the plugin is somebody else's code
            responses.onError(Status.INTERNAL
                    .withDescription("the plugin failed: " + e)
                    .withCause(e)
                    .asRuntimeException());
            return;
        }
        responses.onNext(description);
        responses.onCompleted();
    }

    private static ModelDescription encode(dev.trimtab.model.ModelDescription description) {
        return ModelDescription.newBuilder()
                .setName(description.id().name())
                .setVersion(description.id().version())
                .setTitle(description.title())
                .addAllSources(description.sources().stream()
                        .map(ModelPluginService::encode)
                        .toList())
                .build();
    }

    private static dev.trimtab.proto.plugin.v1.YangSource encode(YangSource source) {
        return dev.trimtab.proto.plugin.v1.YangSource.newBuilder()
                .setFileName(source.fileName())
                .setText(source.text())
                .setImplemented(source.implemented())
                .build();
    }
}
