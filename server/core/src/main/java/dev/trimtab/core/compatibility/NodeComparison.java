package dev.trimtab.core.compatibility;

import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import java.util.List;
import java.util.Objects;
import org.opendaylight.yangtools.yang.model.api.Status;
import org.opendaylight.yangtools.yang.model.api.TypeAware;

/** Compares two versions of one node, without what is below it. Source: RFC 7950 section 11. */
final class NodeComparison {
    private final Findings findings;
    private final Conditions conditions;
    private final TypeComparison types;

    NodeComparison(Findings findings, Conditions conditions, TypeComparison types) {
        this.findings = findings;
        this.conditions = conditions;
        this.types = types;
    }

    void compare(SchemaNode old, SchemaNode now) {
        config(old, now);
        mandatory(old, now);
        status(old, now);
        conditions.compare(old, now);
        switch (old.kind()) {
            case LEAF, LEAF_LIST -> value(old, now);
            case CONTAINER -> presence(old, now);
            case LIST -> keys(old, now);
            case ANYDATA, ROOT -> {}
        }
        if (old.kind() == Kind.LIST || old.kind() == Kind.LEAF_LIST) {
            counts(old, ElementCounts.of(old), ElementCounts.of(now));
            order(old, now);
        }
    }

    private void config(SchemaNode old, SchemaNode now) {
        if (old.config() && !now.config()) {
            findings.breaking(old, "config", "it can no longer be written: it is state now");
        } else if (!old.config() && now.config()) {
            findings.nonBreaking(old, "config", "it was state and can be written now");
        }
    }

    private void mandatory(SchemaNode old, SchemaNode now) {
        if (!old.mandatory() && now.mandatory() && now.config()) {
            findings.breaking(old, "mandatory", "it must be there now");
        } else if (old.mandatory() && !now.mandatory()) {
            boolean mayBeMissed = !now.config();
            findings.add(
                    mayBeMissed ? Impact.BREAKING : Impact.NON_BREAKING,
                    old.path().toString(),
                    "mandatory",
                    "it need not be there any more");
        }
    }

    private void status(SchemaNode old, SchemaNode now) {
        Status before = status(old);
        Status after = status(now);
        if (before == after) {
            return;
        }
        String message = "it was " + before.argument() + " and is " + after.argument();
        if (after == Status.OBSOLETE) {
            findings.breaking(old, "status", message);
        } else {
            findings.nonBreaking(old, "status", message);
        }
    }

    private static Status status(SchemaNode node) {
        return node.effective().getStatus();
    }

    private void value(SchemaNode old, SchemaNode now) {
        types.compare(old, now);
        defaults(old, old.defaults(), now.defaults());
        units(old, now);
    }

    private void defaults(SchemaNode node, List<String> old, List<String> now) {
        if (old.equals(now)) {
            return;
        }
        if (old.isEmpty()) {
            findings.nonBreaking(node, "default", "it is " + shown(now) + " now where nothing is set");
        } else {
            findings.breaking(
                    node, "default", "it was " + shown(old) + " and is " + (now.isEmpty() ? "none" : shown(now)));
        }
    }

    private static String shown(List<String> values) {
        return "'" + String.join(" ", values) + "'";
    }

    private void units(SchemaNode old, SchemaNode now) {
        String before = units(old);
        String after = units(now);
        if (before.equals(after)) {
            return;
        }
        if (before.isEmpty()) {
            findings.editorial(old, "units", "they are '" + after + "' now");
        } else {
            findings.breaking(
                    old,
                    "units",
                    "they were '" + before + "' and are " + (after.isEmpty() ? "none" : "'" + after + "'"));
        }
    }

    private static String units(SchemaNode node) {
        return node.effective() instanceof TypeAware typed
                ? typed.getType().getUnits().map(Objects::toString).orElse("")
                : "";
    }

    private void presence(SchemaNode old, SchemaNode now) {
        if (old.presence() != now.presence()) {
            String message = now.presence()
                    ? "that the container exists has a meaning now"
                    : "that the container exists has no meaning any more";
            findings.breaking(old, "presence", message);
        }
    }

    private void keys(SchemaNode old, SchemaNode now) {
        if (!old.keys().equals(now.keys())) {
            findings.breaking(
                    old,
                    "key",
                    "it was '" + String.join(" ", old.keys()) + "' and is '" + String.join(" ", now.keys()) + "'");
        }
    }

    private void counts(SchemaNode node, ElementCounts old, ElementCounts now) {
        count(node, "min-elements", old.least(), now.least(), now.least() > old.least());
        count(node, "max-elements", old.most(), now.most(), now.most() < old.most());
    }

    private void count(SchemaNode node, String what, int old, int now, boolean narrower) {
        if (old != now) {
            String message = "it was " + ElementCounts.shown(old) + " and is " + ElementCounts.shown(now);
            Impact impact = narrower ? Impact.BREAKING : Impact.NON_BREAKING;
            findings.add(impact, node.path().toString(), what, message);
        }
    }

    private void order(SchemaNode old, SchemaNode now) {
        if (old.orderedByUser() != now.orderedByUser()) {
            String message =
                    now.orderedByUser() ? "the user gives the order now" : "the user no longer gives the order";
            findings.breaking(old, "ordered-by", message);
        }
    }
}
