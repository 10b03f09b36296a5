package dev.trimtab.app.raft;

import static java.util.Objects.requireNonNull;

import dev.trimtab.app.start.StartException;
import io.atomix.cluster.AtomixCluster;
import io.atomix.cluster.ClusterConfig;
import io.atomix.cluster.MemberId;
import io.atomix.cluster.Node;
import io.atomix.cluster.discovery.BootstrapDiscoveryProvider;
import io.atomix.cluster.protocol.HeartbeatMembershipProtocol;
import io.atomix.primitive.partition.PartitionId;
import io.atomix.protocols.raft.RaftClient;
import io.atomix.protocols.raft.RaftServer;
import io.atomix.protocols.raft.impl.DefaultRaftServer;
import io.atomix.protocols.raft.impl.RaftContext;
import io.atomix.protocols.raft.partition.impl.RaftClientCommunicator;
import io.atomix.protocols.raft.partition.impl.RaftNamespaces;
import io.atomix.protocols.raft.partition.impl.RaftServerCommunicator;
import io.atomix.protocols.raft.storage.RaftStorage;
import io.atomix.storage.StorageLevel;
import io.atomix.utils.concurrent.ThreadModel;
import io.atomix.utils.net.Address;
import io.atomix.utils.serializer.Serializer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of the raft group: messaging, server and client, put together below {@code Atomix.builder()}.
 *
 * <p>{@code RaftPartitionGroup} fixes the election timeout at 2.5 s and needs a second group for management; here is one group
 * with timeouts of our own (ADR 0003).
 */
final class RaftNode implements AutoCloseable {
    /** Name of the group and of its files: never changes. */
    static final String GROUP = "trimtab";

    private static final Logger LOG = LoggerFactory.getLogger(RaftNode.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final AtomixCluster cluster;
    private final RaftContext context;
    private final RaftServer server;
    private final RaftClient client;
    private final List<MemberId> members;

    private RaftNode(AtomixCluster cluster, RaftContext context, RaftClient client, List<MemberId> members) {
        this.cluster = cluster;
        this.context = context;
        this.server = new DefaultRaftServer(context);
        this.client = client;
        this.members = members;
    }

    /**
     * Opens the messaging and the files; {@link #start} begins to take part.
     *
     * @throws StartException when the address cannot be bound or a file cannot be read
     */
    static RaftNode open(RaftSettings settings, Path folder, StorePrimitiveType type, JournalFlush flush) {
        var members = settings.members().isEmpty()
                ? List.of(MemberId.from(settings.memberId()))
                : settings.members().keySet().stream().map(MemberId::from).toList();
        AtomixCluster cluster = startMessaging(settings);
        try {
            RaftContext context = openContext(settings, folder, type, flush, cluster);
            flush.attach(context);
            var protocol = new RaftClientCommunicator(
                    GROUP, Serializer.using(RaftNamespaces.RAFT_PROTOCOL), cluster.getCommunicationService());
            RaftClient client = RaftClient.builder()
                    .withClientId(GROUP)
                    .withPartitionId(PartitionId.from(GROUP, 1))
                    .withMemberId(MemberId.from(settings.memberId()))
                    .withProtocol(protocol)
                    .withThreadPoolSize(2)
                    .build();
            return new RaftNode(cluster, context, client, members);
        } catch (RuntimeException e) {
            await(cluster.stop(), CLOSE_TIMEOUT, "messaging");
            throw e instanceof StartException
                    ? e
                    : new StartException("the raft log in " + folder + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Begins to take part; completes when this member knows a leader. */
    CompletableFuture<?> start() {
        return server.bootstrap(members).thenCompose(_ -> client.connect(members));
    }

    RaftClient client() {
        return client;
    }

    /** Takes a snapshot now if a file of the log can be dropped by it; completes when it was dropped, after 10 s or more. */
    CompletableFuture<Void> compact() {
        return server.compact();
    }

    private static AtomixCluster startMessaging(RaftSettings settings) {
        AtomixCluster cluster =
                settings.members().isEmpty() ? new LonelyCluster(GROUP, settings.memberId()) : networked(settings);
        try {
            cluster.start().get(settings.startTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return cluster;
        } catch (ExecutionException | TimeoutException e) {
            throw new StartException(
                    "the raft address " + settings.members().get(settings.memberId()) + " cannot be listened on: "
                            + reason(e),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("the start was interrupted", e);
        }
    }

    private static AtomixCluster networked(RaftSettings settings) {
        var nodes = settings.members().entrySet().stream()
                .map(member -> Node.builder()
                        .withId(member.getKey())
                        .withAddress(Address.from(member.getValue()))
                        .build())
                .toList();
        Address own = Address.from(requireNonNull(settings.members().get(settings.memberId())));
        return AtomixCluster.builder(new ClusterConfig())
                .withClusterId(GROUP)
                .withMemberId(settings.memberId())
                .withAddress(own)
                .withMessagingInterface(own.host())
                .withMulticastEnabled(false)
                .withMembershipProvider(
                        BootstrapDiscoveryProvider.builder().withNodes(nodes).build())
                .withMembershipProtocol(HeartbeatMembershipProtocol.builder()
                        .withHeartbeatInterval(settings.heartbeat())
                        .build())
                .build();
    }

    private static RaftContext openContext(
            RaftSettings settings, Path folder, StorePrimitiveType type, JournalFlush flush, AtomixCluster cluster) {
        var bounds = settings.bounds();
        var storage = RaftStorage.builder()
                .withPrefix(GROUP)
                .withDirectory(folder.toFile())
                .withStorageLevel(StorageLevel.DISK)
                .withMaxEntrySize(bounds.entryBytesMax())
                .withMaxSegmentSize(bounds.segmentBytesMax())
                .withNamespace(RaftNamespaces.RAFT_STORAGE)
                .build();
        var protocol = new RaftServerCommunicator(
                GROUP, Serializer.using(RaftNamespaces.RAFT_PROTOCOL), cluster.getCommunicationService());
        var context = new RaftContext(
                GROUP,
                MemberId.from(settings.memberId()),
                cluster.getMembershipService(),
                flush.durableFollower(protocol),
                storage,
                type.registry(),
                ThreadModel.SHARED_THREAD_POOL.factory("raft-" + GROUP + "-%d", 2, LOG),
                true);
        context.setElectionTimeout(settings.electionTimeout());
        context.setHeartbeatInterval(settings.heartbeat());
        context.setSessionTimeout(settings.sessionTimeout());
        return context;
    }

    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** Stops taking part and gives files and address back, each step in bounded time. */
    @Override
    public void close() {
        await(client.close(), CLOSE_TIMEOUT, "client");
        if (server.isRunning()) {
            await(server.shutdown(), CLOSE_TIMEOUT, "server");
        } else {
            context.close();
        }
        await(cluster.stop(), CLOSE_TIMEOUT, "messaging");
    }

    private static void await(CompletableFuture<?> future, Duration timeout, String what) {
        try {
            future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn().addKeyValue("part", what).setCause(e).log("a part of the store did not close cleanly");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
