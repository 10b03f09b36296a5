package dev.trimtab.app.gnmi;

import com.google.protobuf.ByteString;
import dev.trimtab.app.identity.Credentials;
import dev.trimtab.codec.GnmiPaths;
import dev.trimtab.proto.gnmi.Encoding;
import dev.trimtab.proto.gnmi.GetRequest;
import dev.trimtab.proto.gnmi.GetResponse;
import dev.trimtab.proto.gnmi.Path;
import dev.trimtab.proto.gnmi.SetRequest;
import dev.trimtab.proto.gnmi.SetResponse;
import dev.trimtab.proto.gnmi.TypedValue;
import dev.trimtab.proto.gnmi.Update;
import dev.trimtab.proto.gnmi.gNMIGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A client with one connection, and the words of the tests. */
final class GnmiClient implements AutoCloseable {
    private static final AtomicInteger TARGETS = new AtomicInteger();

    final ManagedChannel channel;
    final gNMIGrpc.gNMIBlockingStub blocking;
    final gNMIGrpc.gNMIStub async;

    GnmiClient(int port, Credentials.Basic credentials) {
        channel = NettyChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .maxInboundMessageSize(64 << 20)
                .build();
        var metadata = new Metadata();
        metadata.put(Metadata.Key.of("username", Metadata.ASCII_STRING_MARSHALLER), credentials.user());
        metadata.put(Metadata.Key.of("password", Metadata.ASCII_STRING_MARSHALLER), credentials.password());
        var interceptor = MetadataUtils.newAttachHeadersInterceptor(metadata);
        blocking = gNMIGrpc.newBlockingStub(channel).withInterceptors(interceptor);
        async = gNMIGrpc.newStub(channel).withInterceptors(interceptor);
    }

    /** A new, empty target of the model. */
    String target(String model, String version) {
        String name = "t-" + TARGETS.incrementAndGet();
        set(SetRequest.newBuilder()
                .setPrefix(prefix("system"))
                .addUpdate(json(
                        "/system/targets/target[name=" + name + "]",
                        "{\"model\":\"" + model + "\",\"version\":\"" + version + "\"}"))
                .build());
        return name;
    }

    String target() {
        return target("demo", "1.0.0");
    }

    static Path prefix(String target) {
        return Path.newBuilder().setTarget(target).build();
    }

    static Path path(String text) {
        return GnmiPaths.encode(dev.trimtab.model.Path.parse(text));
    }

    static String text(Path path) {
        return GnmiPaths.decode(Path.getDefaultInstance(), path).toString();
    }

    static TypedValue jsonIetf(String json) {
        return TypedValue.newBuilder()
                .setJsonIetfVal(ByteString.copyFromUtf8(json))
                .build();
    }

    static Update json(String path, String json) {
        return Update.newBuilder().setPath(path(path)).setVal(jsonIetf(json)).build();
    }

    static Update value(String path, TypedValue.Builder value) {
        return Update.newBuilder().setPath(path(path)).setVal(value).build();
    }

    GetResponse get(GetRequest request) {
        return blocking.withDeadlineAfter(20, TimeUnit.SECONDS).get(request);
    }

    static GetRequest.Builder getRequest(String target, String... paths) {
        var request = GetRequest.newBuilder().setPrefix(prefix(target)).setEncoding(Encoding.JSON_IETF);
        for (String path : paths) {
            request.addPath(path(path));
        }
        return request;
    }

    /** The JSON that one path has. */
    String read(String target, String path) {
        return get(getRequest(target, path).build())
                .getNotification(0)
                .getUpdate(0)
                .getVal()
                .getJsonIetfVal()
                .toStringUtf8();
    }

    /** All configuration of a target. */
    String config(String target) {
        return get(getRequest(target, "/").setType(GetRequest.DataType.CONFIG).build())
                .getNotification(0)
                .getUpdate(0)
                .getVal()
                .getJsonIetfVal()
                .toStringUtf8();
    }

    SetResponse set(SetRequest request) {
        return blocking.withDeadlineAfter(20, TimeUnit.SECONDS).set(request);
    }

    static SetRequest.Builder setRequest(String target) {
        return SetRequest.newBuilder().setPrefix(prefix(target));
    }

    SetResponse update(String target, String path, String json) {
        return set(setRequest(target).addUpdate(json(path, json)).build());
    }

    SetResponse replace(String target, String path, String json) {
        return set(setRequest(target).addReplace(json(path, json)).build());
    }

    SetResponse delete(String target, String... paths) {
        var request = setRequest(target);
        for (String path : paths) {
            request.addDelete(path(path));
        }
        return set(request.build());
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
