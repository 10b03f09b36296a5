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

/**
 * A model whose configuration is entries of lists, and the change of one leaf of an entry that is measured.
 *
 * @param title name of the rows
 * @param leavesPerEntry leaves of one entry of each list together; what only some entries have is not counted
 * @param pathPattern the leaf that changes, with {@code %d} for the number of the entry
 * @param values RFC 7951 JSON of what it becomes; another number gives another value
 */
record Workload(
        String title,
        String model,
        int leavesPerEntry,
        List<Entries> lists,
        String pathPattern,
        IntFunction<String> values) {
    private static final List<Entries> PAIRS = List.of(new Entries("y", Workload::pair));
    private static final List<Entries> BOTH =
            List.of(new Entries("z", Workload::referred), new Entries("x", Workload::constrained));

    /** A list without constraints. */
    static final Workload FLAT = new Workload("flat", "flat", 2, PAIRS, "/y[a=%d]/b", Workload::text);

    /** A list whose changed leaf is unique. */
    static final Workload UNIQUE = new Workload("unique", "unique", 2, PAIRS, "/y[a=%d]/b", Workload::text);

    /** A list in the order of the user. */
    static final Workload ORDERED = new Workload("ordered", "ordered", 2, PAIRS, "/y[a=%d]/b", Workload::text);

    /** A list with every kind of constraint, which refers to a second list; a leaf with a range and a must changes. */
    static final Workload CONSTRAINED = new Workload(
            "constrained", "constrained", 8, BOTH, "/x[k=x%d]/size", number -> Integer.toString(1 + number % 400_000));

    /** The same; the leaf of the second list that the must of the first one reads changes. */
    static final Workload REFERRED = new Workload(
            "referred",
            "constrained",
            8,
            BOTH,
            "/z[k=z%d]/cap",
            number -> Integer.toString(500_000 + number % 400_000));

    static final List<Workload> ALL = List.of(FLAT, UNIQUE, ORDERED, CONSTRAINED, REFERRED);

    record Entries(String list, IntFunction<String> json) {
        private String member(String module, int from, int to) {
            return IntStream.range(from, to)
                    .mapToObj(json)
                    .collect(Collectors.joining(",", "\"" + module + ":" + list + "\":[", "]"));
        }
    }

    private static String pair(int i) {
        return "{\"a\":" + i + ",\"b\":\"value " + i + "\"}";
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

    LoadedModel load() {
        return LoadedModel.load(new ModelDescription(
                new ModelId(model, "1.0.0"), title, List.of(new YangSource(model + ".yang", yang(), true))));
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

    /** The leaf of an entry that changes. */
    String path(int entry) {
        return String.format(Locale.ROOT, pathPattern, entry);
    }

    /** What it becomes, the {@code number}th time. */
    String value(int number) {
        return values.apply(number);
    }
}
