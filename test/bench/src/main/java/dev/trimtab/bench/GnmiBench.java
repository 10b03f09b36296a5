package dev.trimtab.bench;

import dev.trimtab.fixtures.server.ServerProcess;
import dev.trimtab.proto.gnmi.GetRequest;
import io.grpc.ManagedChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Get and durable Set of one leaf, by the size of the list, beside an echo of the same size and the disk's fsync. */
final class GnmiBench {
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final int[] SIZES = {1_000, 100_000};
    private static final int CLIENTS = 64;

    private final Path folder;
    private final List<Row> rows = new ArrayList<>();

    GnmiBench(Path folder) {
        this.folder = folder;
    }

    List<Row> run() {
        Sample fsync = Fsync.measure(folder);
        rows.add(row("disk.fsync", "append 4 KiB and force", fsync, "-", 1, null, null));
        int message = Client.getLeaf(1).getSerializedSize();
        Sample echo = echo(CLIENTS, message);
        rows.add(row("grpc.echo", CLIENTS + " clients, " + message + " B", echo, "-", 1, null, null));
        try (ServerProcess server = Processes.server(folder.resolve("server"));
                var client = new Client(server)) {
            client.addTarget();
            double smallSet = 0;
            for (int size : SIZES) {
                client.fill(size);
                get(client, size, echo);
                Sample one = Load.run(1, WARM_UP, MEASURED, set(client, size));
                double limit = fsync.p50().plusMillis(1).toNanos();
                rows.add(row(
                        "gnmi.set.1",
                        size + " entries, 1 client",
                        one,
                        "fsync p50 + 1 ms",
                        one.p50().toNanos() / limit,
                        "p50 at most 1.0",
                        one.p50().toNanos() <= limit));
                Sample many = Load.run(CLIENTS, WARM_UP, MEASURED, set(client, size));
                double ratio = many.perSecond() / echo.perSecond();
                rows.add(row(
                        "gnmi.set.64",
                        size + " entries, 64 clients",
                        many,
                        "echo",
                        ratio,
                        "at least 0.4",
                        ratio >= 0.4));
                if (smallSet == 0) {
                    smallSet = one.p50().toNanos();
                } else {
                    double growth = one.p50().toNanos() / smallSet;
                    rows.add(row(
                            "gnmi.set.growth",
                            size + " entries against " + SIZES[0],
                            one,
                            "p50 at " + SIZES[0],
                            growth,
                            "at most 1.2",
                            growth <= 1.2));
                }
            }
        }
        return rows;
    }

    private void get(Client client, int size, Sample echo) {
        GetRequest[] requests = new GetRequest[CLIENTS];
        for (int i = 0; i < CLIENTS; i++) {
            requests[i] = Client.getLeaf(i * (size / CLIENTS));
        }
        Sample get = Load.run(CLIENTS, WARM_UP, MEASURED, (number, call) -> {
            if (client.get(requests[number]).getNotification(0).getUpdateCount() != 1) {
                throw new IllegalStateException("the answer has not one value");
            }
        });
        double ratio = get.perSecond() / echo.perSecond();
        rows.add(row("gnmi.get", size + " entries, 64 clients", get, "echo", ratio, "at least 0.8", ratio >= 0.8));
    }

    private static Load.Call set(Client client, int size) {
        return (number, call) -> client.setLeaf(number * (size / CLIENTS), "changed " + call + " by " + number);
    }

    private static Sample echo(int clients, int bytes) {
        try (Processes.EchoProcess process = Processes.echo()) {
            ManagedChannel channel = Client.channel(process.port());
            byte[] message = new byte[bytes];
            Sample sample = Load.run(clients, WARM_UP, MEASURED, (client, number) -> Echo.call(channel, message));
            channel.shutdownNow();
            return sample;
        }
    }

    private static Row row(
            String name,
            String workload,
            Sample times,
            String baseline,
            double ratio,
            @org.jspecify.annotations.Nullable String goal,
            @org.jspecify.annotations.Nullable Boolean met) {
        return new Row(name, workload, times.perSecond(), "calls/s", times, baseline, ratio, goal, met);
    }
}
