package dev.trimtab.bench;

import com.google.common.io.ByteStreams;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** A gRPC service that answers what it is sent: what the machine and gRPC leave for anybody. */
final class Echo {
    private static final MethodDescriptor.Marshaller<byte[]> BYTES = new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return ByteStreams.toByteArray(stream);
            } catch (IOException e) {
                throw new UncheckedIOException("an echo cannot be read", e);
            }
        }
    };
    private static final MethodDescriptor<byte[], byte[]> METHOD = MethodDescriptor.newBuilder(BYTES, BYTES)
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName("bench.Echo/Echo")
            .build();

    private Echo() {}

    static void call(Channel channel, byte[] message) {
        byte[] answer = ClientCalls.blockingUnaryCall(channel, METHOD, CallOptions.DEFAULT, message);
        if (answer.length != message.length) {
            throw new IllegalStateException("the echo answered " + answer.length + " bytes");
        }
    }

    /** The server, in a process of its own with the same executor as Trimtab's. Prints its port and runs until its input ends. */
    public static void main(String[] args) throws IOException {
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .addService(ServerServiceDefinition.builder("bench.Echo")
                        .addMethod(METHOD, ServerCalls.asyncUnaryCall((request, observer) -> {
                            observer.onNext(request);
                            observer.onCompleted();
                        }))
                        .build())
                .build()
                .start();
        System.out.println("echo at " + server.getPort());
        if (System.in.read() < 0) {
            server.shutdownNow();
        }
    }
}
