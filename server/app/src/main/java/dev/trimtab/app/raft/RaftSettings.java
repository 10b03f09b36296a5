package dev.trimtab.app.raft;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of the replicated store; a wrong one stops the start.
 *
 * @param memberId this server's name in the group; stays the same as long as the data folder lives
 * @param members every member of the group with its {@code host:port}, this one included; empty for a single node, which
 *     listens on no port at all
 * @param dataFolder where log and snapshots are; made when it is missing
 * @param electionTimeout how long a follower waits for its leader, at least twice the heartbeat; default 750 ms,
 *     and 100 ms for a single node, which only waits for itself
 * @param heartbeat how often a leader shows that it lives; default 250 ms, and 50 ms for a single node
 * @param sessionTimeout after which the group forgets a silent proposer; default 10 s
 * @param startTimeout longest wait until the log is replayed and a leader is known; default 60 s
 * @param commitTimeout longest wait for the answer to one entry; default 5 s
 * @param bounds how large things may become
 */
public record RaftSettings(
        String memberId,
        Map<String, String> members,
        Path dataFolder,
        Duration electionTimeout,
        Duration heartbeat,
        Duration sessionTimeout,
        Duration startTimeout,
        Duration commitTimeout,
        Bounds bounds) {

    /**
     * How large things may become.
     *
     * @param entryBytesMax largest entry of the log, 4 KiB to 16 MiB; a larger batch is split; default 1 MiB. Every open
     *     segment holds buffers of twice this size
     * @param segmentBytesMax size of one file of the log, at least four entries; default 32 MiB. The log is compacted in whole
     *     files
     * @param transactionBytesMax largest batch, at least one entry and at most 1 GiB; default 64 MiB
     * @param inFlightMax most entries proposed and not yet answered, 1 to 16; default 8. With many in flight the library
     *     stalls (ADR 0003); batches are what gives throughput
     */
    public record Bounds(int entryBytesMax, int segmentBytesMax, int transactionBytesMax, int inFlightMax) {
        private static final int KIB = 1024;
        private static final int MIB = 1024 * KIB;

        public static final Bounds DEFAULT = new Bounds(MIB, 32 * MIB, 64 * MIB, 8);

        public Bounds {
            require(entryBytesMax >= 4 * KIB && entryBytesMax <= 16 * MIB, "entry-bytes-max", entryBytesMax);
            require(segmentBytesMax >= 4L * entryBytesMax, "segment-bytes-max", segmentBytesMax);
            require(
                    transactionBytesMax >= entryBytesMax && transactionBytesMax <= KIB * MIB,
                    "transaction-bytes-max",
                    transactionBytesMax);
            require(inFlightMax >= 1 && inFlightMax <= 16, "in-flight-max", inFlightMax);
        }
    }

    public RaftSettings {
        members = Collections.unmodifiableMap(new TreeMap<>(members));
        require(memberId.matches("[a-z0-9][a-z0-9-]{0,62}"), "member-id", memberId);
        require(members.isEmpty() || members.containsKey(memberId), "members", members);
        members.values().forEach(address -> require(address.matches(".+:[0-9]{1,5}"), "members", address));
        requirePositive(heartbeat, "heartbeat");
        require(electionTimeout.compareTo(heartbeat.multipliedBy(2)) >= 0, "election-timeout", electionTimeout);
        require(sessionTimeout.compareTo(electionTimeout.multipliedBy(2)) >= 0, "session-timeout", sessionTimeout);
        requirePositive(startTimeout, "start-timeout");
        requirePositive(commitTimeout, "commit-timeout");
    }

    /** A single node with the defaults. */
    public static RaftSettings singleNode(Path dataFolder) {
        return new RaftSettings(
                "trimtab-0",
                Map.of(),
                dataFolder,
                Duration.ofMillis(100),
                Duration.ofMillis(50),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                Bounds.DEFAULT);
    }

    /** One member of a group with the defaults. */
    public static RaftSettings member(String memberId, Map<String, String> members, Path dataFolder) {
        RaftSettings one = singleNode(dataFolder);
        return new RaftSettings(
                memberId,
                members,
                dataFolder,
                Duration.ofMillis(750),
                Duration.ofMillis(250),
                one.sessionTimeout,
                one.startTimeout,
                one.commitTimeout,
                one.bounds);
    }

    public RaftSettings withBounds(Bounds other) {
        return new RaftSettings(
                memberId,
                members,
                dataFolder,
                electionTimeout,
                heartbeat,
                sessionTimeout,
                startTimeout,
                commitTimeout,
                other);
    }

    public RaftSettings withTimeouts(Duration start, Duration commit) {
        return new RaftSettings(
                memberId, members, dataFolder, electionTimeout, heartbeat, sessionTimeout, start, commit, bounds);
    }

    private static void requirePositive(Duration value, String name) {
        require(value.isPositive(), name, value);
    }

    private static void require(boolean holds, String name, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("setting " + name + " is out of its bounds: " + value);
        }
    }
}
