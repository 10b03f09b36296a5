package dev.trimtab.pluginhost;

import dev.trimtab.model.ModelPlugin;
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
            description = DescriptionCodec.encode(plugin.describe());
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
}
