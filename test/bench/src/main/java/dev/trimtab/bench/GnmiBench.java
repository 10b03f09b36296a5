package dev.trimtab.bench;

import dev.trimtab.bench.Processes.EchoProcess;
import dev.trimtab.fixtures.server.ServerProcess;
import dev.trimtab.proto.gnmi.GetRequest;
import io.grpc.ManagedChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Get, dry run and durable Set of one leaf, by the size of the list, beside an echo of a Get's size and the disk's fsync.
 *
 * <p>The echo is measured before, between and after, and the best of them counts: it would be unfair to hold the server against
 * an echo that ran while the machine was busy or the client's code was cold.
 */
final class GnmiBench {
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final int[] SIZES = {1_000, 100_000};
    private static final int CLIENTS = 64;
    private static final double GET_MIN = 0.8;
    private static final double SET_MIN = 0.4;
    private static final double GROWTH_MAX = 1.2;
    private static final long STRIDE = 7919;

    private final Path folder;
    private final List<Sample> echoes = new ArrayList<>();
    private final List<Sample> fsyncs = new ArrayList<>();
    private final List<Sample> checks = new ArrayList<>();

    GnmiBench(Path folder) {
        this.folder = folder;
    }

    /** What was measured at one size of the list. */
    private record AtSize(int entries, Sample get, Sample setByOne, Sample setByMany) {}

    List<Row> run() {
        List<AtSize> sizes = new ArrayList<>();
        try (EchoProcess echo = Processes.echo();
                ServerProcess server = Processes.server(folder.resolve("server"));
                var client = new Client(server)) {
            ManagedChannel channel = Client.channel(echo.port());
            client.addTarget();
            client.fill(SIZES[0]);
            limits(channel, client.get(Client.getLeaf(1)).getSerializedSize());
            get(client, SIZES[0]); // a round that does not count: the server's code is cold
            Load.run(CLIENTS, WARM_UP, MEASURED, set(client, SIZES[0]));
            for (int entries : SIZES) {
                client.fill(entries);
                limits(channel, client.get(Client.getLeaf(1)).getSerializedSize());
                Sample get = get(client, entries);
                Sample one = Load.run(1, WARM_UP, MEASURED, set(client, entries));
                sizes.add(new AtSize(entries, get, one, Load.run(CLIENTS, WARM_UP, MEASURED, set(client, entries))));
            }
            limits(channel, client.get(Client.getLeaf(1)).getSerializedSize());
            channel.shutdownNow();
            // Last: code that was compiled for dry runs makes the commits that follow slower for a while.
            for (int entries : SIZES) {
                client.fill(entries);
                checks.add(Load.run(1, WARM_UP, MEASURED, check(client, entries)));
            }
        }
        return rows(sizes);
    }

    private void limits(ManagedChannel channel, int bytes) {
        byte[] message = new byte[bytes];
        echoes.add(Load.run(CLIENTS, WARM_UP, MEASURED, (client, number) -> Echo.call(channel, message)));
        fsyncs.add(Fsync.measure(folder));
    }

    private static Sample get(Client client, int entries) {
        GetRequest[] requests = new GetRequest[CLIENTS];
        for (int i = 0; i < CLIENTS; i++) {
            requests[i] = Client.getLeaf(i * (entries / CLIENTS));
        }
        return Load.run(CLIENTS, WARM_UP, MEASURED, (number, call) -> {
            if (client.get(requests[number]).getNotification(0).getUpdateCount() != 1) {
                throw new IllegalStateException("the answer has not one value");
            }
        });
    }

    private static Load.Call set(Client client, int entries) {
        return (number, call) -> client.setLeaf(number * (entries / CLIENTS), "changed " + call + " by " + number);
    }

    /** Each call is about an entry that is no neighbour of the one before. */
    private static Load.Call check(Client client, int entries) {
        return (number, call) -> client.checkLeaf(Math.floorMod(call * STRIDE, entries), "checked " + call);
    }

    private List<Row> rows(List<AtSize> sizes) {
        Sample echo = best(echoes);
        Sample fsync = best(fsyncs);
        double limit = fsync.p50().plusMillis(1).toNanos();
        List<Row> rows = new ArrayList<>();
        rows.add(row("disk.fsync", "write 4 KiB and force", fsync, "-", 1, null, null));
        rows.add(row("grpc.echo", CLIENTS + " clients", echo, "-", 1, null, null));
        for (AtSize size : sizes) {
            String entries = size.entries() + " entries, ";
            double get = size.get().perSecond() / echo.perSecond();
            double one = size.setByOne().p50().toNanos() / limit;
            double many = size.setByMany().perSecond() / echo.perSecond();
            rows.add(row(
                    "gnmi.get",
                    entries + CLIENTS + " clients",
                    size.get(),
                    "echo",
                    get,
                    "at least 0.8",
                    get >= GET_MIN));
            rows.add(row(
                    "gnmi.set.1",
                    entries + "1 client",
                    size.setByOne(),
                    "fsync p50 + 1 ms",
                    one,
                    "p50 at most 1.0",
                    one <= 1));
            rows.add(row(
                    "gnmi.set.64",
                    entries + CLIENTS + " clients",
                    size.setByMany(),
                    "echo",
                    many,
                    "at least 0.4",
                    many >= SET_MIN));
        }
        AtSize small = sizes.getFirst();
        AtSize large = sizes.getLast();
        String against = large.entries() + " against " + small.entries();
        rows.add(growth("gnmi.set.growth", against, small.setByOne(), large.setByOne()));
        rows.add(row("gnmi.check", small.entries() + " entries, 1 client", checks.getFirst(), "-", 1, null, null));
        rows.add(growth("gnmi.check.growth", against, checks.getFirst(), checks.getLast()));
        return rows;
    }

    private static Row growth(String name, String against, Sample small, Sample large) {
        double growth = (double) large.p50().toNanos() / small.p50().toNanos();
        return row(name, against, large, "p50 of the smaller", growth, "at most 1.2", growth <= GROWTH_MAX);
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
