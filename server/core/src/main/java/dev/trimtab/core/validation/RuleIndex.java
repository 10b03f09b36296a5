package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.XPath;
import dev.trimtab.core.xpath.XSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which tasks a node of the model has, and which tasks read it; made once, not changed after. */
final class RuleIndex {

    /**
     * A task that reads a node, or something below it.
     *
     * @param pivot the node above it whose instance the task's context shares
     * @param breaking the changes that matter
     * @param pin finds the contexts that are concerned; null where each may be
     */
    record Reader(
            Task task,
            XSchema pivot,
            Set<Change> breaking,
            @Nullable Pin pin) {}

    private final Map<XSchema, List<Task>> own = new HashMap<>();
    private final Map<XSchema, Set<Reader>> readers = new HashMap<>();
    private final Set<XSchema> lines = new HashSet<>();
    private final Set<XSchema> indexLines = new HashSet<>();
    private final Set<XSchema> existenceLines = new HashSet<>();
    private final Set<XSchema> ordered = new HashSet<>();
    private final List<KeyIndex> indexes = new ArrayList<>();
    private final List<Identifying> identifying;
    private final ImpliedNodes implied;

    /**
     * A rule about instances anywhere in the tree.
     *
     * @param index its contexts, each by the {@code YangInstanceIdentifier} of what it is about
     */
    record Identifying(Rule rule, KeyIndex index) {}

    private RuleIndex(List<Task> tasks, List<Identifying> identifying) {
        tasks.forEach(this::add);
        this.identifying = List.copyOf(identifying);
        this.implied = new ImpliedNodes(tasks.stream()
                .filter(Rule.class::isInstance)
                .map(Rule.class::cast)
                .toList());
    }

    /** Collects the tasks of a model. */
    static final class Builder {
        private final Function<XSchema, XPath.Dependencies> existence;
        private final List<Task> tasks = new ArrayList<>();
        private final List<Identifying> identifying = new ArrayList<>();

        /** @param existence says what the existence of the instances of a node depends on */
        Builder(Function<XSchema, XPath.Dependencies> existence) {
            this.existence = existence;
        }

        /** Adds a rule; what it reads by key is found by an index of its contexts. */
        Rule add(Rule rule) {
            Rule pinned = rule.withReadings(
                    new KeyedReadings(rule.context(), existence.apply(rule.context()), this).pinned(rule.readings()));
            tasks.add(pinned);
            return pinned;
        }

        void add(KeyIndex index) {
            tasks.add(index);
        }

        void addIdentifying(Rule rule, KeyIndex index) {
            identifying.add(new Identifying(rule, index));
        }

        RuleIndex build() {
            return new RuleIndex(tasks, identifying);
        }
    }

    private void add(Task task) {
        own.computeIfAbsent(task.context(), _ -> new ArrayList<>()).add(task);
        addLine(task.context(), lines);
        if (task instanceof KeyIndex index) {
            index.setSlot(indexes.size());
            indexes.add(index);
            addLine(task.context(), indexLines);
        }
        if (task instanceof Rule rule && rule.decidesExistence()) {
            addLine(task.context(), existenceLines);
        }
        for (Reading reading : task.readings()) {
            addReader(task, reading);
        }
    }

    private static void addLine(XSchema context, Set<XSchema> seen) {
        for (XSchema at = context; at != null && seen.add(at); ) {
            at = at.parent();
        }
    }

    /** A node that comes or goes takes along everything below it: whoever reads that is a reader of the node. */
    private void addReader(Task task, Reading reading) {
        if (task.orderMatters()) {
            ordered.add(reading.place().schema());
        }
        XSchema pivot = reading.place().pivot();
        var reader = new Reader(task, pivot, reading.breaking(), reading.pin());
        for (XSchema at = reading.place().schema(); at != null && at != pivot; at = at.parent()) {
            readers.computeIfAbsent(at, _ -> new LinkedHashSet<>()).add(reader);
        }
    }

    List<Task> tasksOf(XSchema node) {
        return own.getOrDefault(node, List.of());
    }

    boolean hasTasksAtOrBelow(XSchema node) {
        return lines.contains(node);
    }

    boolean hasIndexesAtOrBelow(XSchema node) {
        return indexLines.contains(node);
    }

    /** Whether a rule says of {@code node}, or of something below it, whether it may exist. */
    boolean decidesExistenceAtOrBelow(XSchema node) {
        return existenceLines.contains(node);
    }

    /** Tasks elsewhere that an instance of {@code node} coming, going or changing can concern. */
    Set<Reader> readersOf(XSchema node) {
        return readers.getOrDefault(node, Set.of());
    }

    /** Whether a task reads the order of the instances of {@code node}. */
    boolean isOrderRead(XSchema node) {
        return ordered.contains(node);
    }

    /** Rules that no place of the model tells: see {@link Identifying}. */
    List<Identifying> identifying() {
        return identifying;
    }

    /** The nodes that come and go although nothing is stored for them. */
    ImpliedNodes implied() {
        return implied;
    }

    int slots() {
        return indexes.size();
    }
}
