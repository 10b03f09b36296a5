package dev.trimtab.app.raft;

import io.atomix.cluster.AtomixCluster;
import io.atomix.cluster.ClusterConfig;
import io.atomix.cluster.MemberConfig;
import io.atomix.cluster.messaging.BroadcastService;
import io.atomix.cluster.messaging.ManagedBroadcastService;
import io.atomix.cluster.messaging.ManagedMessagingService;
import io.atomix.cluster.messaging.ManagedUnicastService;
import io.atomix.cluster.messaging.MessagingException;
import io.atomix.cluster.messaging.MessagingService;
import io.atomix.cluster.messaging.UnicastService;
import io.atomix.utils.Version;
import io.atomix.utils.net.Address;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of one member, which talks to itself within the process.
 *
 * <p>It listens on no port, so nobody else on the machine can speak raft to it (the protocol has no authentication without
 * TLS), and it starts and stops without Netty, which takes 2 s to stop.
 */
final class LonelyCluster extends AtomixCluster {
    private static final Address SELF = Address.from("127.0.0.1", 1); // a name; nothing listens there

    LonelyCluster(String clusterId, String memberId) {
        super(
                new ClusterConfig()
                        .setClusterId(clusterId)
                        .setNodeConfig(new MemberConfig().setId(memberId).setAddress(SELF)),
                Version.from("3.1.12"),
                new Messages(),
                new Datagrams(),
                new Broadcasts());
    }

    /** Calls the handler of a message where the message is sent. */
    private static final class Messages implements ManagedMessagingService {
        private final Map<String, BiFunction<Address, byte[], CompletableFuture<byte[]>>> handlers =
                new ConcurrentHashMap<>();
        private volatile boolean running;

        @Override
        public Address address() {
            return SELF;
        }

        @Override
        public CompletableFuture<Void> sendAsync(Address address, String type, byte[] payload, boolean keepAlive) {
            return sendAndReceive(address, type, payload, keepAlive).thenRun(() -> {});
        }

        @Override
        public CompletableFuture<byte[]> sendAndReceive(
                Address address, String type, byte[] payload, boolean keepAlive) {
            var handler = handlers.get(type);
            return !running || handler == null || !address.equals(SELF)
                    ? CompletableFuture.failedFuture(new MessagingException.NoRemoteHandler())
                    : handler.apply(SELF, payload);
        }

        @Override
        public CompletableFuture<byte[]> sendAndReceive(
                Address address, String type, byte[] payload, boolean keepAlive, Executor executor) {
            return sendAndReceive(address, type, payload, keepAlive).thenApplyAsync(answer -> answer, executor);
        }

        @Override
        public CompletableFuture<byte[]> sendAndReceive(
                Address address, String type, byte[] payload, boolean keepAlive, @Nullable Duration timeout) {
            var answer = sendAndReceive(address, type, payload, keepAlive).copy();
            return timeout == null ? answer : answer.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public CompletableFuture<byte[]> sendAndReceive(
                Address address, String type, byte[] payload, boolean keepAlive, Duration timeout, Executor executor) {
            return sendAndReceive(address, type, payload, keepAlive, timeout)
                    .thenApplyAsync(answer -> answer, executor);
        }

        @Override
        public void registerHandler(String type, BiConsumer<Address, byte[]> handler, Executor executor) {
            registerHandler(
                    type,
                    (from, payload) -> CompletableFuture.supplyAsync(
                            () -> {
                                handler.accept(from, payload);
                                return new byte[0];
                            },
                            executor));
        }

        @Override
        public void registerHandler(String type, BiFunction<Address, byte[], byte[]> handler, Executor executor) {
            registerHandler(
                    type,
                    (from, payload) -> CompletableFuture.supplyAsync(() -> handler.apply(from, payload), executor));
        }

        @Override
        public void registerHandler(String type, BiFunction<Address, byte[], CompletableFuture<byte[]>> handler) {
            handlers.put(type, handler);
        }

        @Override
        public void unregisterHandler(String type) {
            handlers.remove(type);
        }

        @Override
        public CompletableFuture<MessagingService> start() {
            running = true;
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public CompletableFuture<Void> stop() {
            running = false;
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Membership news to others, of whom there are none. */
    private static final class Datagrams implements ManagedUnicastService {
        @Override
        public void unicast(Address address, String subject, byte[] message) {}

        @Override
        public void addListener(String subject, BiConsumer<Address, byte[]> listener, Executor executor) {}

        @Override
        public void removeListener(String subject, BiConsumer<Address, byte[]> listener) {}

        @Override
        public CompletableFuture<UnicastService> start() {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public boolean isRunning() {
            return true;
        }

        @Override
        public CompletableFuture<Void> stop() {
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Multicast to others, of whom there are none. */
    private static final class Broadcasts implements ManagedBroadcastService {
        @Override
        public void broadcast(String subject, byte[] message) {}

        @Override
        public void addListener(String subject, Consumer<byte[]> listener) {}

        @Override
        public void removeListener(String subject, Consumer<byte[]> listener) {}

        @Override
        public CompletableFuture<BroadcastService> start() {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public boolean isRunning() {
            return true;
        }

        @Override
        public CompletableFuture<Void> stop() {
            return CompletableFuture.completedFuture(null);
        }
    }
}
