package dev.trimtab.pluginhost;

import dev.trimtab.proto.plugin.v1.DescribeRequest;
import dev.trimtab.proto.plugin.v1.ModelPluginGrpc;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;

/**
 * Reads plugins through their gRPC contract, within bounds. Thread-safe; blocks.
 *
 * @param deadline longest wait for an answer
 * @param descriptionBytesMax largest description, 1 or more
 * @param sourcesMax most YANG sources in a description, 1 or more
 */
public record PluginClient(Duration deadline, int descriptionBytesMax, int sourcesMax) {
    /** The bounds that the contract tells plugin authors. */
    public static final PluginClient DEFAULT = new PluginClient(Duration.ofSeconds(30), 64 << 20, 10_000);

    public PluginClient {
        if (!deadline.isPositive() || descriptionBytesMax < 1 || sourcesMax < 1) {
            throw new IllegalArgumentException("bounds of a plugin client must be positive: " + deadline + ", "
                    + descriptionBytesMax + " bytes, " + sourcesMax + " sources");
        }
    }

    /**
     * What the plugin at the other end says of itself.
     *
     * @throws PluginException for a plugin that does not answer in time, fails, or describes no valid model, and for a
     *     description beyond a bound
     */
    public PluginDescription describe(Channel channel) {
        PluginDescription description = decode(ask(channel));
        return description.with(new MigrationClient(deadline, descriptionBytesMax).migrations(channel));
    }

    private dev.trimtab.proto.plugin.v1.ModelDescription ask(Channel channel) {
        try {
            return ModelPluginGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(deadline)
                    .withMaxInboundMessageSize(descriptionBytesMax)
                    .describe(DescribeRequest.getDefaultInstance());
        } catch (StatusRuntimeException e) {
            throw PluginException.of("a plugin did not describe its model", e);
        }
    }

    private PluginDescription decode(dev.trimtab.proto.plugin.v1.ModelDescription description) {
        Answers.requireAtMost(
                descriptionBytesMax, description.getSerializedSize(), "a plugin's description has", "bytes");
        Answers.requireAtMost(sourcesMax, description.getSourcesCount(), "a plugin's description has", "sources");
        return Answers.decoded("a plugin describes no valid model", () -> DescriptionCodec.decode(description));
    }
}
