package dev.trimtab.bench;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.YangSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A model whose configuration is entries of lists, and the change of one leaf of an entry that is measured. */
enum Workload {
    /** A list without constraints. */
    FLAT(
            "flat",
            2,
            List.of(new Entries("y", i -> "{\"a\":" + i + ",\"b\":\"value " + i + "\"}")),
            "/y[a=%d]/b",
            Workload::text),

    /** A list whose changed leaf is unique. */
    UNIQUE(
            "unique",
            2,
            List.of(new Entries("y", i -> "{\"a\":" + i + ",\"b\":\"value " + i + "\"}")),
            "/y[a=%d]/b",
            Workload::text),

    /** A list in the order of the user. */
    ORDERED(
            "ordered",
            2,
            List.of(new Entries("y", i -> "{\"a\":" + i + ",\"b\":\"value " + i + "\"}")),
            "/y[a=%d]/b",
            Workload::text),

    /** A list with every kind of constraint, which refers to a second list; a leaf with a range and a must changes. */
    CONSTRAINED(
            "constrained",
            8,
            List.of(new Entries("z", Workload::referred), new Entries("x", Workload::constrained)),
            "/x[k=x%d]/size",
            number -> Integer.toString(1 + number % 400_000)),

    /** The same; the leaf of the second list that the must of the first one reads changes. */
    REFERRED(
            "constrained",
            8,
            List.of(new Entries("z", Workload::referred), new Entries("x", Workload::constrained)),
            "/z[k=z%d]/cap",
            number -> Integer.toString(500_000 + number % 400_000));

    private record Entries(String list, IntFunction<String> json) {
        String member(String module, int from, int to) {
            return IntStream.range(from, to)
                    .mapToObj(json)
                    .collect(Collectors.joining(",", "\"" + module + ":" + list + "\":[", "]"));
        }
    }

    private final String model;
    private final int leaves;
    private final List<Entries> lists;
    private final String path;
    private final IntFunction<String> value;

    Workload(String model, int leaves, List<Entries> lists, String path, IntFunction<String> value) {
        this.model = model;
        this.leaves = leaves;
        this.lists = lists;
        this.path = path;
        this.value = value;
    }

    private static String text(int number) {
        return "\"new " + number + '"';
    }

    private static String referred(int i) {
        return "{\"k\":\"z" + i + "\",\"cap\":500000,\"note\":\"peer number " + i + "\"}";
    }

    private static String constrained(int i) {
        String mode = i % 2 == 0 ? "\"plain\"" : "\"full\",\"extra\":\"more of " + i + "\"";
        return "{\"k\":\"x" + i + "\",\"tag\":\"tag-" + i + "\",\"peer\":\"z" + i + "\",\"size\":" + (1 + i % 1000)
                + ",\"mode\":" + mode + "}";
    }

    /** Name of the rows. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Leaves of one entry of each list together; entries that have one more are not counted as such. */
    int leavesPerEntry() {
        return leaves;
    }

    LoadedModel load() {
        return LoadedModel.load(new ModelDescription(
                new ModelId(model, "1.0.0"), title(), List.of(new YangSource(model + ".yang", yang(), true))));
    }

    /** The file of the model on the class path. */
    String yang() {
        String file = "/yang/" + model + "/" + model + ".yang";
        try (InputStream text = Objects.requireNonNull(Workload.class.getResourceAsStream(file), file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read from the jar", e);
        }
    }

    /** The entries {@code from} to {@code to}, exclusive, of each list, as RFC 7951 JSON of the root. */
    String json(int from, int to) {
        return lists.stream().map(list -> list.member(model, from, to)).collect(Collectors.joining(",", "{", "}"));
    }

    /** The leaf that a change is about. */
    String path(int entry) {
        return String.format(Locale.ROOT, path, entry);
    }

    /** What it becomes; another {@code number} gives another value. */
    String value(int number) {
        return value.apply(number);
    }
}
