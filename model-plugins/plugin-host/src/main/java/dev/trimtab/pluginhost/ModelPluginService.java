package dev.trimtab.pluginhost;

import dev.trimtab.model.ModelPlugin;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.proto.plugin.v1.DescribeRequest;
import dev.trimtab.proto.plugin.v1.ModelDescription;
import dev.trimtab.proto.plugin.v1.ModelPluginGrpc;
import dev.trimtab.proto.plugin.v1.PickRequest;
import dev.trimtab.proto.plugin.v1.PickResponse;
import dev.trimtab.proto.plugin.v1.PickedValue;
import dev.trimtab.proto.plugin.v1.ValidateRequest;
import dev.trimtab.proto.plugin.v1.ValidateResponse;
import io.grpc.stub.StreamObserver;
import java.util.List;

/** A {@link ModelPlugin} as a gRPC service. */
public final class ModelPluginService extends ModelPluginGrpc.ModelPluginImplBase {
    private final ModelPlugin plugin;

    public ModelPluginService(ModelPlugin plugin) {
        this.plugin = plugin;
    }

    @Override
    public void describe(DescribeRequest request, StreamObserver<ModelDescription> responses) {
        PluginCalls.answer(
                responses,
                () -> DescriptionCodec.encode(new PluginDescription(
                        plugin.describe(), plugin.validatedPaths(), plugin.pickedPaths(), List.of())));
    }

    @Override
    public void validate(ValidateRequest request, StreamObserver<ValidateResponse> responses) {
        PluginCalls.answer(responses, () -> {
            var changed =
                    request.getChangedList().stream().map(HookCodec::decode).toList();
            var response = ValidateResponse.newBuilder();
            plugin.validate(new TargetId(request.getTarget()), changed)
                    .forEach(violation -> response.addViolations(HookCodec.encode(violation)));
            return response.build();
        });
    }

    @Override
    public void pick(PickRequest request, StreamObserver<PickResponse> responses) {
        PluginCalls.answer(responses, () -> {
            var response = PickResponse.newBuilder();
            plugin.pick(
                            new TargetId(request.getTarget()),
                            Path.parse(request.getPath()),
                            request.getPrefix(),
                            request.getLimit(),
                            request.getConfig())
                    .forEach(picked -> response.addValues(
                            PickedValue.newBuilder().setValue(picked.value()).setText(picked.text())));
            return response.build();
        });
    }
}
