package dev.trimtab.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs the bench: a table on the screen, and with {@code --json FILE} the figures too. */
public final class BenchMain {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BenchMain() {}

    /** Arguments: beginnings of the names of the rows to show (all of them by default), and {@code --json FILE}. */
    public static void main(String[] args) throws IOException {
        List<String> names = new ArrayList<>(List.of(args));
        Path json = null;
        int option = names.indexOf("--json");
        if (option >= 0) {
            if (option + 1 == names.size()) {
                System.err.println("trimtab bench: --json needs a file");
                System.exit(2);
            }
            json = Path.of(names.get(option + 1));
            names.subList(option, option + 2).clear();
        }
        Path folder = Files.createTempDirectory(Path.of("."), ".bench-");
        try {
            List<Row> rows = run(folder.toAbsolutePath(), names);
            if (json != null) {
                JSON.writerWithDefaultPrettyPrinter().writeValue(json.toFile(), document(rows));
            }
        } finally {
            remove(folder);
        }
    }

    /** Runs the parts that the names are about; shows each of their rows that is asked for when it is known. */
    private static List<Row> run(Path folder, List<String> names) {
        List<Row> rows = new ArrayList<>();
        Consumer<Row> show = row -> {
            if (names.isEmpty() || names.stream().anyMatch(row.name()::startsWith)) {
                rows.add(row);
                print(row);
            }
        };
        printHead();
        if (isAsked(names, "gnmi.") || isAsked(names, "disk.") || isAsked(names, "grpc.")) {
            new GnmiBench(folder).run().forEach(show);
        }
        if (isAsked(names, "models.")) {
            new ModelsBench(folder, Fsync.measure(folder)).run(name -> isAsked(names, name), show);
            new OpenConfigBench(folder).run(name -> isAsked(names, name), show);
        }
        return rows;
    }

    /** Whether the names ask for a row or, where a part's beginning is given, for some of its rows. */
    private static boolean isAsked(List<String> names, String part) {
        return names.isEmpty() || names.stream().anyMatch(name -> name.startsWith(part) || part.startsWith(name));
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version() + ", load "
                + String.format(
                        Locale.ROOT,
                        "%.2f",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void printHead() {
        System.out.println(machine());
        System.out.printf(
                "%-26s %-32s %10s %-8s %11s %11s  %-18s %7s  %s%n",
                "name", "workload", "value", "unit", "p50", "p99", "against", "ratio", "goal");
    }

    private static void print(Row row) {
        Sample times = row.times();
        System.out.printf(
                Locale.ROOT,
                "%-26s %-32s %10.0f %-8s %11s %11s  %-18s %7.2f  %s%n",
                row.name(),
                row.workload(),
                row.value(),
                row.unit(),
                times == null ? "" : millis(times.p50()),
                times == null ? "" : millis(times.p99()),
                row.baseline(),
                row.ratio(),
                row.goal() == null ? "" : row.goal() + (Boolean.TRUE.equals(row.met()) ? ": met" : ": MISSED"));
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.3f ms", time.toNanos() / 1e6);
    }

    private static ObjectNode document(List<Row> rows) {
        ObjectNode document = JSON.createObjectNode();
        document.putObject("machine").put("description", machine());
        ArrayNode results = document.putArray("results");
        for (Row row : rows) {
            ObjectNode one = results.addObject()
                    .put("name", row.name())
                    .put("workload", row.workload())
                    .put("value", row.value())
                    .put("unit", row.unit());
            Sample times = row.times();
            if (times != null) {
                one.put("p50", times.p50().toNanos() / 1e6)
                        .put("p99", times.p99().toNanos() / 1e6);
            }
            one.put("baseline", row.baseline()).put("ratio", row.ratio()).put("goal", row.goal());
            one.put("met", row.met());
        }
        return document;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
