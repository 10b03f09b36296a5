package dev.trimtab.core.migration;

import dev.trimtab.core.migration.CompiledPlan.Invention;
import dev.trimtab.core.migration.Conversions.Converted;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.ValueSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives values to leaves that have none, wherever what they belong to is there. */
final class Inventor {
    private final TargetId target;
    private final Outcome outcome;

    Inventor(TargetId target, Outcome outcome) {
        this.target = target;
        this.outcome = outcome;
    }

    void invent(Invention invention, Draft root) {
        descend(invention, List.of(root));
    }

    /** {@code line} is the way so far, from the root down. */
    private void descend(Invention invention, List<Draft> line) {
        Draft last = line.getLast();
        SchemaNode next = invention.way().get(line.size() - 1);
        switch (next.kind()) {
            case LEAF -> put(invention, line, next);
            case LIST -> {
                for (Draft entry : last.entries(next)) {
                    if (entry.exists()) {
                        descend(invention, longer(line, entry));
                    }
                }
            }
            default -> {
                Draft container = last.container(next);
                if (container.exists() || !next.presence()) {
                    descend(invention, longer(line, container));
                }
            }
        }
    }

    private static List<Draft> longer(List<Draft> line, Draft next) {
        List<Draft> longer = new ArrayList<>(line);
        longer.add(next);
        return longer;
    }

    private void put(Invention invention, List<Draft> line, SchemaNode leaf) {
        Draft parent = line.getLast();
        if (parent.value(leaf) != null) {
            return;
        }
        String text = switch (invention.source()) {
            case ValueSource.Constant(String constant) -> constant;
            case ValueSource.TargetName _ -> target.value();
            case ValueSource.Leaf _ -> other(invention.sourceWay(), line);
        };
        if (text != null && Conversions.convert(null, text, leaf.type()) instanceof Converted.Fit fit) {
            parent.put(leaf, fit.value());
            outcome.note(MigrationNote.invented(parent.path(leaf), fit.text(), invention.reason()));
        }
    }

    /** The value of the other leaf: of the same entries as far as the ways are one, of containers after that. */
    private static @Nullable String other(List<SchemaNode> way, List<Draft> line) {
        Draft draft = line.getFirst();
        for (int i = 0; i < way.size() - 1; i++) {
            SchemaNode node = way.get(i);
            boolean shared = i + 1 < line.size() && line.get(i + 1).schema().equals(node);
            if (!shared && node.kind() == Kind.LIST) {
                return null;
            }
            draft = shared ? line.get(i + 1) : draft.container(node);
        }
        SchemaNode leaf = way.getLast();
        Object value = draft.value(leaf);
        return value == null ? null : leaf.type().canonical(value);
    }
}
