package dev.trimtab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the change of one leaf costs by the size of the configuration, validated only and committed to a log on the disk; what a
 * configuration takes of the heap; and the validation of a whole one beside {@code yanglint}.
 */
final class ModelsBench {
    private static final Duration SLICE = Duration.ofMillis(10);
    private static final int WARM_UP = 200;
    private static final int MEASURED = 400;
    private static final int[] SIZES = {1_000, 10_000, 100_000};
    private static final int LEAVES_MOST = 1_000_000;
    private static final double GROWTH_MAX = 1.2;
    private static final double GROWTH_MOST = 1.5;
    private static final double BYTES_MAX = 200;
    private static final double LOAD_MAX = 1.5;
    private static final int LOADS = 4;

    private static final String CHECK = "models.check.";
    private static final String COMMIT = "models.commit.";
    private static final String HEAP = "models.heap.";
    private static final String LOAD = "models.load.constrained";
    private static final List<String> PARTS = List.of(CHECK, COMMIT, HEAP);

    private final Path folder;
    private final Duration commitMax;

    /** @param fsync the disk's own, which a commit waits for */
    ModelsBench(Path folder, Sample fsync) {
        this.folder = folder;
        this.commitMax = fsync.p50().plusMillis(2);
    }

    /** @param asked whether a row of the name is wanted */
    void run(Predicate<String> asked, Consumer<Row> rows) {
        for (Workload workload : Workload.ALL) {
            if (PARTS.stream().anyMatch(part -> asked.test(part + workload.title()))) {
                grow(workload, rows);
            }
        }
        if (asked.test(LOAD)) {
            rows.accept(load());
        }
    }

    /** An engine for each size, all of them warm, measured in turns. */
    private void grow(Workload workload, Consumer<Row> rows) {
        List<Engine> engines = new ArrayList<>();
        try {
            int[] sizes = sizes(workload);
            for (int entries : sizes) {
                var engine = new Engine(workload, folder.resolve("grow-" + workload.title() + "-" + entries));
                engines.add(engine);
                engine.fill(0, entries);
            }
            List<Sample> checks = change(engines, sizes, true);
            List<Sample> commits = change(engines, sizes, false);
            for (int i = 0; i < sizes.length; i++) {
                boolean most = i == SIZES.length;
                rows.accept(growth(CHECK, workload, sizes[i], checks.get(i), checks.getFirst(), most));
                rows.accept(growth(COMMIT, workload, sizes[i], commits.get(i), commits.getFirst(), most));
                if (workload.equals(Workload.CONSTRAINED) && sizes[i] == 100_000) {
                    rows.accept(commitLimit(workload, sizes[i], commits.get(i)));
                }
            }
            rows.accept(heap(workload, sizes[SIZES.length], engines.getLast().releaseTrees()));
        } finally {
            engines.forEach(Engine::close);
        }
    }

    private static List<Sample> change(List<Engine> engines, int[] sizes, boolean dryRun) {
        List<Load.Call> calls = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            Engine engine = engines.get(i);
            int entries = sizes[i];
            calls.add((_, _) -> engine.change(entries, dryRun));
        }
        return Load.inTurns(calls, SLICE, WARM_UP, MEASURED);
    }

    /** The sizes for every workload, and the one at which it has a million leaves. */
    private static int[] sizes(Workload workload) {
        int[] sizes = Arrays.copyOf(SIZES, SIZES.length + 1);
        sizes[SIZES.length] = LEAVES_MOST / workload.leavesPerEntry();
        return sizes;
    }

    private static Row growth(
            String part, Workload workload, int entries, Sample times, Sample smallest, boolean most) {
        double ratio = times.costAgainst(smallest);
        // Lists that are unique or in the user's order are shown; what they may cost is not laid down.
        boolean judged = !workload.equals(Workload.UNIQUE) && !workload.equals(Workload.ORDERED) && entries > 10_000;
        double max = most ? GROWTH_MOST : GROWTH_MAX;
        return new Row(
                part + workload.title(),
                entries + " entries",
                times.perSecond(),
                "calls/s",
                times,
                "mean at " + SIZES[0],
                ratio,
                judged ? "at most " + max : null,
                judged ? ratio <= max : null);
    }

    private Row commitLimit(Workload workload, int entries, Sample times) {
        double ratio = (double) times.p50().toNanos() / commitMax.toNanos();
        return new Row(
                "models.commit.limit",
                workload.title() + ", " + entries + " entries",
                times.perSecond(),
                "calls/s",
                times,
                "fsync p50 + 2 ms",
                ratio,
                "at most 1.0",
                ratio <= 1);
    }

    private static Row heap(Workload workload, int entries, long bytes) {
        double leaf = (double) bytes / ((long) entries * workload.leavesPerEntry());
        return new Row(
                HEAP + workload.title(),
                entries + " entries",
                leaf,
                "B/leaf",
                null,
                "200 B",
                leaf / BYTES_MAX,
                "at most 1.0",
                leaf <= BYTES_MAX);
    }

    /** A whole constrained configuration, from JSON in memory to the verdict, beside yanglint on the same text in a file. */
    private Row load() {
        byte[] json = Workload.CONSTRAINED.json(0, 100_000).getBytes(StandardCharsets.UTF_8);
        Path data = write("constrained.json", json);
        Path module = write("constrained.yang", Workload.CONSTRAINED.yang().getBytes(StandardCharsets.UTF_8));
        try (var engine = new Engine(Workload.CONSTRAINED, folder.resolve("load"))) {
            Duration ours = best(() -> engine.check(json));
            return beside(
                    LOAD,
                    "100000 + 100000 entries",
                    ours,
                    Yanglint.validate(List.of(), List.of(module), data).orElse(null),
                    LOAD_MAX);
        }
    }

    /** The best of some runs, the first of which warms up. */
    static Duration best(Runnable work) {
        Duration best = Duration.ofDays(1);
        for (int i = 0; i < LOADS; i++) {
            long start = System.nanoTime();
            work.run();
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            best = i > 0 && time.compareTo(best) < 0 ? time : best;
        }
        return best;
    }

    /** @param peer yanglint's time; null where it is not installed */
    static Row beside(String name, String workload, Duration ours, @Nullable Duration peer, double max) {
        double ratio = peer == null ? Double.NaN : (double) ours.toNanos() / peer.toNanos();
        return new Row(
                name,
                workload,
                ours.toMillis(),
                "ms",
                null,
                peer == null ? "yanglint is absent" : "yanglint " + peer.toMillis() + " ms",
                ratio,
                "at most " + max,
                peer == null ? null : ratio <= max);
    }

    private Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be written", e);
        }
    }
}
