package dev.trimtab.pluginhost;

import dev.trimtab.model.ChangedNode;
import dev.trimtab.model.Path;
import dev.trimtab.model.PickedValue;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Violation;
import dev.trimtab.proto.plugin.v1.ModelPluginGrpc;
import dev.trimtab.proto.plugin.v1.ModelPluginGrpc.ModelPluginBlockingStub;
import dev.trimtab.proto.plugin.v1.PickRequest;
import dev.trimtab.proto.plugin.v1.PickResponse;
import dev.trimtab.proto.plugin.v1.ValidateRequest;
import dev.trimtab.proto.plugin.v1.ValidateResponse;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Calls the hooks of plugins through their gRPC contract, within bounds. Thread-safe; blocks.
 *
 * @param deadline longest wait for an answer
 * @param answerBytesMax largest answer, 1 or more
 */
public record HookClient(Duration deadline, int answerBytesMax) {
    /** The bounds that the contract tells plugin authors. */
    public static final HookClient DEFAULT = new HookClient(Duration.ofSeconds(5), 16 << 20);

    private static final int VIOLATIONS_MAX = 1000;

    public HookClient {
        if (!deadline.isPositive() || answerBytesMax < 1) {
            throw new IllegalArgumentException(
                    "bounds of a hook client must be positive: " + deadline + ", " + answerBytesMax + " bytes");
        }
    }

    /**
     * What the plugin says against a change.
     *
     * @throws PluginException for a plugin that does not answer in time, fails, or gives an answer that is wrong or beyond a bound
     */
    public List<Violation> validate(Channel channel, TargetId target, List<ChangedNode> changed) {
        var request = ValidateRequest.newBuilder().setTarget(target.value());
        changed.forEach(node -> request.addChanged(HookCodec.encode(node)));
        ValidateResponse response = call(channel, "validate", stub -> stub.validate(request.build()));
        Answers.requireAtMost(answerBytesMax, response.getSerializedSize(), "hook validate answered with", "bytes");
        Answers.requireAtMost(
                VIOLATIONS_MAX, response.getViolationsCount(), "hook validate answered with", "violations");
        return Answers.decoded(
                "hook validate gave a wrong answer",
                () -> response.getViolationsList().stream()
                        .map(HookCodec::decode)
                        .toList());
    }

    /**
     * Values for a leaf, at most {@code limit}.
     *
     * @throws PluginException as {@link #validate} does
     */
    public List<PickedValue> pick(
            Channel channel, TargetId target, Path leaf, String prefix, int limit, String config) {
        var request = PickRequest.newBuilder()
                .setTarget(target.value())
                .setPath(leaf.toString())
                .setPrefix(prefix)
                .setLimit(limit)
                .setConfig(config)
                .build();
        PickResponse response = call(channel, "pick", stub -> stub.pick(request));
        Answers.requireAtMost(answerBytesMax, response.getSerializedSize(), "hook pick answered with", "bytes");
        return response.getValuesList().stream()
                .limit(limit)
                .map(value -> new PickedValue(value.getValue(), value.getText()))
                .toList();
    }

    private <A> A call(Channel channel, String hook, Function<ModelPluginBlockingStub, A> call) {
        try {
            return call.apply(ModelPluginGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(deadline)
                    .withMaxInboundMessageSize(answerBytesMax));
        } catch (StatusRuntimeException e) {
            throw PluginException.of("hook " + hook + " failed", e);
        }
    }
}
