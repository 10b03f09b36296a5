package dev.trimtab.bench;

import dev.trimtab.bench.Processes.EchoProcess;
import dev.trimtab.fixtures.server.ServerProcess;
import dev.trimtab.proto.gnmi.GetRequest;
import io.grpc.ManagedChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Get, dry run and durable Set of one leaf, by the size of the list, beside an echo of a Get's size and the disk's fsync. What one client
 * does is measured at all sizes in turns.
 *
 * <p>The echo is measured before, between and after, and the best of them counts: it would be unfair to hold the server against
 * an echo that ran while the machine was busy or the client's code was cold.
 */
final class GnmiBench {
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final Duration SLICE = Duration.ofMillis(50);
    private static final int[] SIZES = {1_000, 100_000};
    private static final int CLIENTS = 64;
    private static final double GET_MIN = 0.8;
    private static final double SET_MIN = 0.4;
    private static final double GROWTH_MAX = 1.2;
    private static final long STRIDE = 7919;

    private final Path folder;
    private final List<Sample> echoes = new ArrayList<>();
    private final List<Sample> fsyncs = new ArrayList<>();
    /** By size, as the next three. */
    private final List<Sample> gets = new ArrayList<>();

    private final List<Sample> setsByMany = new ArrayList<>();
    private final List<Sample> sets = new ArrayList<>();
    private final List<Sample> checks = new ArrayList<>();

    GnmiBench(Path folder) {
        this.folder = folder;
    }

    List<Row> run() {
        try (EchoProcess echo = Processes.echo();
                ServerProcess server = Processes.server(folder.resolve("server"));
                var client = new Client(server)) {
            ManagedChannel channel = Client.channel(echo.port());
            for (int entries : SIZES) {
                client.addTarget(target(entries), entries);
            }
            int answer = client.get(Client.getLeaf(target(SIZES[0]), 1)).getSerializedSize();
            limits(channel, answer);
            byMany(get(client, SIZES[0])); // a round that does not count: the server's code is cold
            byMany(setByMany(client, SIZES[0]));
            for (int entries : SIZES) {
                limits(channel, answer);
                gets.add(byMany(get(client, entries)));
                setsByMany.add(byMany(setByMany(client, entries)));
            }
            sets.addAll(inTurns(entries -> set(client, entries)));
            limits(channel, answer);
            channel.shutdownNow();
            // Last: code that was compiled for dry runs makes the commits that follow slower for a while.
            checks.addAll(inTurns(entries -> check(client, entries)));
        }
        return rows();
    }

    /** A target for each size. */
    private static String target(int entries) {
        return "flat-" + entries;
    }

    private static Sample byMany(Load.Call call) {
        return Load.run(CLIENTS, WARM_UP, MEASURED, call);
    }

    /** By one client, at all sizes. */
    private static List<Sample> inTurns(IntFunction<Load.Call> calls) {
        List<Load.Call> peers = IntStream.of(SIZES).mapToObj(calls).toList();
        return Load.inTurns(peers, SLICE, (int) WARM_UP.dividedBy(SLICE), (int) MEASURED.dividedBy(SLICE));
    }

    private void limits(ManagedChannel channel, int bytes) {
        byte[] message = new byte[bytes];
        echoes.add(byMany((client, number) -> Echo.call(channel, message)));
        fsyncs.add(Fsync.measure(folder));
    }

    private static Load.Call get(Client client, int entries) {
        GetRequest[] requests = new GetRequest[CLIENTS];
        for (int i = 0; i < CLIENTS; i++) {
            requests[i] = Client.getLeaf(target(entries), i * (entries / CLIENTS));
        }
        return (number, call) -> {
            if (client.get(requests[number]).getNotification(0).getUpdateCount() != 1) {
                throw new IllegalStateException("the answer has not one value");
            }
        };
    }

    private static Load.Call setByMany(Client client, int entries) {
        String target = target(entries);
        return (number, call) ->
                client.setLeaf(target, number * (entries / CLIENTS), "changed " + call + " by " + number);
    }

    private static Load.Call set(Client client, int entries) {
        return change(entries, (entry, value) -> client.setLeaf(target(entries), entry, value));
    }

    private static Load.Call check(Client client, int entries) {
        return change(entries, (entry, value) -> client.checkLeaf(target(entries), entry, value));
    }

    /** Each call gives another value to an entry that is no neighbour of the one before. */
    private static Load.Call change(int entries, BiConsumer<Integer, String> leaf) {
        var calls = new AtomicLong();
        return (_, _) -> {
            long call = calls.getAndIncrement();
            leaf.accept((int) (call * STRIDE % entries), "new " + call);
        };
    }

    private List<Row> rows() {
        Sample echo = best(echoes);
        Sample fsync = best(fsyncs);
        double limit = fsync.p50().plusMillis(1).toNanos();
        List<Row> rows = new ArrayList<>();
        rows.add(row("disk.fsync", "write 4 KiB and force", fsync, "-", 1, null, null));
        rows.add(row("grpc.echo", CLIENTS + " clients", echo, "-", 1, null, null));
        for (int i = 0; i < SIZES.length; i++) {
            String one = SIZES[i] + " entries, 1 client";
            String many = SIZES[i] + " entries, " + CLIENTS + " clients";
            double time = sets.get(i).p50().toNanos() / limit;
            rows.add(beside(echo, "gnmi.get", many, gets.get(i), GET_MIN));
            rows.add(row("gnmi.set.1", one, sets.get(i), "fsync p50 + 1 ms", time, "p50 at most 1.0", time <= 1));
            rows.add(beside(echo, "gnmi.set.64", many, setsByMany.get(i), SET_MIN));
            rows.add(row("gnmi.check.1", one, checks.get(i), "-", 1, null, null));
        }
        rows.add(growth("gnmi.set.growth", sets));
        rows.add(growth("gnmi.check.growth", checks));
        return rows;
    }

    private static Row beside(Sample echo, String name, String workload, Sample times, double min) {
        double ratio = times.perSecond() / echo.perSecond();
        return row(name, workload, times, "echo", ratio, "at least " + min, ratio >= min);
    }

    private static Row growth(String name, List<Sample> bySize) {
        Sample large = bySize.getLast();
        double growth = large.costAgainst(bySize.getFirst());
        String against = SIZES[SIZES.length - 1] + " against " + SIZES[0];
        return row(name, against, large, "mean of the smaller", growth, "at most " + GROWTH_MAX, growth <= GROWTH_MAX);
    }

    private static Sample best(List<Sample> samples) {
        return samples.stream()
                .max((a, b) -> Double.compare(a.perSecond(), b.perSecond()))
                .orElseThrow();
    }

    private static Row row(
            String name,
            String workload,
            Sample times,
            String baseline,
            double ratio,
            @Nullable String goal,
            @Nullable Boolean met) {
        return new Row(name, workload, times.perSecond(), "calls/s", times, baseline, ratio, goal, met);
    }
}
