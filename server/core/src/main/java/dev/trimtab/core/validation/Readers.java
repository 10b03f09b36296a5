package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;

/** Puts on the agenda the tasks elsewhere that read what a change touches. */
final class Readers {
    private final RuleIndex index;
    private final Agenda agenda;
    private final ConstraintIndexes known;
    private final XNode afterRoot;

    /** @param known indexes of the tree before the change */
    Readers(RuleIndex index, Agenda agenda, ConstraintIndexes known, XNode afterRoot) {
        this.index = index;
        this.agenda = agenda;
        this.known = known;
        this.afterRoot = afterRoot;
    }

    /** The readers of instances that were replaced. */
    void of(Touched touched) {
        for (RuleIndex.Reader reader : index.readersOf(touched.schema())) {
            if (reader.breaking().contains(touched.change())) {
                Pin pin = reader.pin();
                if (pin == null) {
                    spread(reader, touched.before(), touched.after());
                } else {
                    pinned(reader.task(), pin, touched);
                }
            }
        }
        if (touched.change() != Change.CREATED) {
            identified(touched);
        }
    }

    /** The readers of a list whose order has changed. */
    void ofAll(XNode before, XNode after, XSchema list) {
        index.readersOf(list).forEach(reader -> spread(reader, before, after));
    }

    private void spread(RuleIndex.Reader reader, XNode before, XNode after) {
        XNode pivot = after.ancestor(reader.pivot());
        if (pivot != null) {
            agenda.addBelow(reader.task(), pivot);
        }
        XNode old = reader.task() instanceof KeyIndex ? before.ancestor(reader.pivot()) : null;
        if (old != null) {
            agenda.addBelow(reader.task(), old);
        }
    }

    /** Contexts that did not exist before, or look for something else now, are on the agenda for that. */
    private void pinned(Task task, Pin pin, Touched touched) {
        if (known.isEmpty(pin.index())) {
            return;
        }
        Set<Object> keys = new HashSet<>();
        addKeys(pin, touched.before(), touched.schema(), touched.gone(), keys);
        addKeys(pin, touched.after(), touched.schema(), touched.come(), keys);
        keys.forEach(key -> addContexts(task, pin.index(), key));
    }

    private static void addKeys(Pin pin, XNode parent, XSchema schema, List<XNode> touched, Set<Object> keys) {
        if (pin.anchor().isWithin(schema)) {
            touched.forEach(node -> addKeysBelow(pin, node, keys));
            return;
        }
        @Nullable XNode anchor = parent.ancestor(pin.anchor());
        if (anchor != null) {
            keys.addAll(pin.keys().of(anchor));
        }
    }

    private static void addKeysBelow(Pin pin, XNode at, Set<Object> keys) {
        if (at.schema() == pin.anchor()) {
            keys.addAll(pin.keys().of(at));
            return;
        }
        for (XSchema child : at.schema().children()) {
            if (pin.anchor().isWithin(child)) {
                at.children(child).forEach(each -> addKeysBelow(pin, each, keys));
            }
        }
    }

    private void addContexts(Task task, KeyIndex contexts, Object key) {
        for (Object address : known.find(contexts, key)) {
            XNode context = Address.find(afterRoot, task.context(), address);
            if (context != null) {
                agenda.add(task, context);
            } else if (task instanceof KeyIndex keys) {
                agenda.addStale(keys, address);
            }
        }
    }

    private void identified(Touched touched) {
        for (RuleIndex.Identifying each : index.identifying()) {
            if (!known.isEmpty(each.index())) {
                touched.gone().forEach(node -> identified(each, node));
            }
        }
    }

    /** Whoever identifies {@code node}, the list that it is an entry of, or anything below it. */
    private void identified(RuleIndex.Identifying each, XNode node) {
        YangInstanceIdentifier id = Identifiers.of(node);
        addContexts(each.rule(), each.index(), id);
        if (node.schema().repeats()) {
            addContexts(each.rule(), each.index(), id.coerceParent());
        }
        node.children().forEach(child -> identified(each, child));
    }
}
