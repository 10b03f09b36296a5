package dev.trimtab.core.migration;

import dev.trimtab.core.migration.CompiledPlan.Invention;
import dev.trimtab.core.migration.PlanPaths.MistakeException;
import dev.trimtab.core.migration.PlanPaths.OldPath;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import dev.trimtab.model.MigrationPlan;
import dev.trimtab.model.MigrationRule;
import dev.trimtab.model.Path;
import dev.trimtab.model.ValueConversion;
import dev.trimtab.model.ValueSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a plan against its two models, so that a plan that compiles cannot fail later. */
final class PlanCompiler {
    private final LoadedModel from;
    private final LoadedModel to;
    private final Map<SchemaNode, Fate> fates = new HashMap<>();
    private final Set<SchemaNode> towardsDefaults = new HashSet<>();
    private final List<Invention> inventions = new ArrayList<>();

    private PlanCompiler(LoadedModel from, LoadedModel to) {
        this.from = from;
        this.to = to;
    }

    static CompiledPlan compile(LoadedModel from, LoadedModel to, MigrationPlan plan) {
        var compiler = new PlanCompiler(from, to);
        List<String> mistakes = new ArrayList<>();
        if (!plan.from().equals(from.id()) || !plan.to().equals(to.id())) {
            mistakes.add("it was asked to lead from " + from + " to " + to);
        }
        for (MigrationRule rule : plan.rules()) {
            try {
                compiler.add(rule);
            } catch (MistakeException e) {
                mistakes.add(String.valueOf(e.getMessage()));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidPlanException(plan, mistakes);
        }
        return new CompiledPlan(compiler.fates, compiler.towardsDefaults, compiler.inventions);
    }

    private void add(MigrationRule rule) throws MistakeException {
        switch (rule) {
            case MigrationRule.Move(Path old, Path now) -> move(old, now, null, "the migration gives it this name");
            case MigrationRule.Convert(Path old, Path now, ValueConversion conversion, String reason) ->
                move(old, now, conversion, reason);
            case MigrationRule.Drop(Path old, ValueSource implied, String reason) -> drop(old, implied, reason);
            case MigrationRule.Default(Path now, ValueSource source, String reason) -> invent(now, source, reason);
            case MigrationRule.LeaveToCode(Path old) ->
                decide(old, PlanPaths.old(from, old).node(), new Fate.ToCode());
        }
    }

    private void decide(Path path, SchemaNode node, Fate fate) throws MistakeException {
        if (fates.put(node, fate) != null) {
            throw new MistakeException("two rules speak of " + path);
        }
    }

    private void move(Path old, Path now, @Nullable ValueConversion conversion, String reason) throws MistakeException {
        OldPath source = PlanPaths.old(from, old);
        List<Step> steps = PlanPaths.steps(to, now, source.variables());
        SchemaNode goal = steps.isEmpty() ? to.root() : steps.getLast().node();
        SchemaNode node = source.node();
        boolean fits = PlanPaths.isLeafLike(node) ? node.kind() == goal.kind() : !PlanPaths.isLeafLike(goal);
        if (!fits) {
            throw new MistakeException(
                    old + " is a " + kind(node) + " and cannot move to the " + kind(goal) + " " + now);
        }
        if (goal.isKey()) {
            throw new MistakeException(now + " is a key; it gets its value from the path of what moves");
        }
        if (conversion != null && node.kind() != Kind.LEAF && node.kind() != Kind.LEAF_LIST) {
            throw new MistakeException(old + " is a " + kind(node) + "; only a leaf or leaf-list is converted");
        }
        decide(old, node, new Fate.Moves(steps, conversion, reason));
        if (goal.hasDefaultsBelow()) {
            for (SchemaNode at = node; at != null; at = at.parent()) {
                towardsDefaults.add(at);
            }
        }
    }

    private void drop(Path old, @Nullable ValueSource implied, String reason) throws MistakeException {
        SchemaNode node = PlanPaths.old(from, old).node();
        switch (implied) {
            case null -> {}
            case ValueSource.Leaf _ ->
                throw new MistakeException(old + ": a dropped value cannot be implied by a leaf");
            case ValueSource.Constant(String text)
            when PlanPaths.isLeaf(node) -> PlanPaths.requireValue(node, text, old);
            case ValueSource.TargetName _ when PlanPaths.isLeaf(node) -> {}
            default -> throw new MistakeException(old + " is no leaf and has no value that could be implied");
        }
        decide(old, node, new Fate.Ends(implied, reason));
    }

    private void invent(Path now, ValueSource source, String reason) throws MistakeException {
        List<SchemaNode> way = PlanPaths.way(to, now);
        if (way.isEmpty() || !PlanPaths.isLeaf(way.getLast()) || way.getLast().isKey()) {
            throw new MistakeException(now + " is no leaf, or is a key, and cannot have a default");
        }
        List<SchemaNode> sourceWay = List.of();
        if (source instanceof ValueSource.Constant(String text)) {
            PlanPaths.requireValue(way.getLast(), text, now);
        } else if (source instanceof ValueSource.Leaf(Path other)) {
            sourceWay = PlanPaths.way(to, other);
            requireReachable(other, sourceWay, way);
        }
        inventions.add(new Invention(way, source, sourceWay, reason));
    }

    private static void requireReachable(Path path, List<SchemaNode> sourceWay, List<SchemaNode> way)
            throws MistakeException {
        if (sourceWay.isEmpty() || !PlanPaths.isLeaf(sourceWay.getLast())) {
            throw new MistakeException(path + " is no leaf and cannot give a value");
        }
        if (sourceWay.stream().anyMatch(node -> node.kind() == Kind.LIST && !way.contains(node))) {
            throw new MistakeException(path + " is in a list that the leaf which gets the value is not in");
        }
    }

    private static String kind(SchemaNode node) {
        return node.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
