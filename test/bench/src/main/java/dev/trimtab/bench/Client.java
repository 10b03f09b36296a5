package dev.trimtab.bench;

import com.google.protobuf.ByteString;
import dev.trimtab.codec.GnmiPaths;
import dev.trimtab.codec.SetExtension;
import dev.trimtab.fixtures.server.ServerProcess;
import dev.trimtab.model.Path;
import dev.trimtab.proto.gnmi.Encoding;
import dev.trimtab.proto.gnmi.GetRequest;
import dev.trimtab.proto.gnmi.GetResponse;
import dev.trimtab.proto.gnmi.SetRequest;
import dev.trimtab.proto.gnmi.TypedValue;
import dev.trimtab.proto.gnmi.Update;
import dev.trimtab.proto.gnmi.ext.Extension;
import dev.trimtab.proto.gnmi.gNMIGrpc;
import dev.trimtab.proto.v1.SetOptions;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** A gNMI client of the bench, on one channel; thread-safe. */
final class Client implements AutoCloseable {
    private static final Extension DRY_RUN =
            SetExtension.of(SetOptions.newBuilder().setDryRun(true).build());

    private final ManagedChannel channel;
    private final gNMIGrpc.gNMIBlockingStub stub;

    Client(ServerProcess server) {
        channel = channel(server.gnmiPort());
        var credentials = new Metadata();
        credentials.put(Metadata.Key.of("username", Metadata.ASCII_STRING_MARSHALLER), "admin");
        credentials.put(Metadata.Key.of("password", Metadata.ASCII_STRING_MARSHALLER), server.password());
        stub = gNMIGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(credentials));
    }

    static ManagedChannel channel(int port) {
        return NettyChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .maxInboundMessageSize(64 << 20)
                .build();
    }

    Channel channel() {
        return channel;
    }

    /** Adds a target whose list has {@code entries} entries, in Sets of 5,000. */
    void addTarget(String target, int entries) {
        send(update(
                "system", "/system/targets/target[name=" + target + "]", "{\"model\":\"flat\",\"version\":\"1.0.0\"}"));
        for (int first = 0; first < entries; first += 5000) {
            var json = new StringBuilder("{\"flat:y\":[");
            for (int i = first; i < Math.min(entries, first + 5000); i++) {
                json.append(i == first ? "" : ",")
                        .append("{\"a\":")
                        .append(i)
                        .append(",\"b\":\"value ")
                        .append(i)
                        .append("\"}");
            }
            send(update(target, "/", json.append("]}").toString()));
        }
    }

    void setLeaf(String target, int entry, String value) {
        send(update(target, leaf(entry), '"' + value + '"'));
    }

    /** A dry run of {@link #setLeaf}. */
    void checkLeaf(String target, int entry, String value) {
        send(update(target, leaf(entry), '"' + value + '"').addExtension(DRY_RUN));
    }

    GetResponse get(GetRequest request) {
        return stub.get(request);
    }

    static GetRequest getLeaf(String target, int entry) {
        return GetRequest.newBuilder()
                .setPrefix(dev.trimtab.proto.gnmi.Path.newBuilder().setTarget(target))
                .addPath(GnmiPaths.encode(Path.parse(leaf(entry))))
                .setEncoding(Encoding.JSON_IETF)
                .build();
    }

    private static String leaf(int entry) {
        return "/y[a=" + entry + "]/b";
    }

    private void send(SetRequest.Builder request) {
        stub.set(request.build());
    }

    private static SetRequest.Builder update(String target, String path, String json) {
        return SetRequest.newBuilder()
                .setPrefix(dev.trimtab.proto.gnmi.Path.newBuilder().setTarget(target))
                .addUpdate(Update.newBuilder()
                        .setPath(GnmiPaths.encode(Path.parse(path)))
                        .setVal(TypedValue.newBuilder()
                                .setJsonIetfVal(ByteString.copyFrom(json.getBytes(StandardCharsets.UTF_8)))));
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
