package dev.trimtab.models.generate;

import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonReader;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import dev.trimtab.core.model.TreeEdits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;

/** A small random transaction on a tree: one to three deletes, puts and merges of leaves, entries, whole lists and subtrees. */
public final class RandomChange {
    private static final int DANGLING_PERCENT = 10;

    private final LoadedModel model;
    private final Dice dice;
    private final TreeGenerator generator;
    private final Document working;
    private final List<String> told = new ArrayList<>();

    /** @param before what the tree holds */
    public RandomChange(Document before, Dice dice) {
        this.model = before.model();
        this.dice = dice;
        this.generator = new TreeGenerator(model, dice, DANGLING_PERCENT);
        this.working = before.copy();
    }

    /** Makes the change. */
    public void apply(DataTreeModification modification) {
        for (int i = dice.between(1, 3); i > 0; i--) {
            step(modification);
        }
    }

    /** What was done, for people. */
    @Override
    public String toString() {
        return String.join("; ", told);
    }

    private void step(DataTreeModification m) {
        switch (dice.below(8)) {
            case 0, 1 -> delete(m);
            case 2 -> change(m);
            case 3 -> replace(m);
            case 4 -> reorder(m);
            default -> grow(m);
        }
    }

    private void delete(DataTreeModification m) {
        Place place = existing();
        if (place.parent() != null && !place.schema().isKey()) {
            told.add("delete " + place.path());
            TreeEdits.delete(m, working.instance(place));
            place.remove();
        }
    }

    private Place existing() {
        return dice.one(working.root().all());
    }

    /** Another value for a leaf that is there. */
    private void change(DataTreeModification m) {
        Place leaf = existing();
        Object value = leaf.parent() == null
                        || leaf.schema().kind() != Kind.LEAF
                        || leaf.schema().isKey()
                ? null
                : generator.value(leaf.parent(), leaf.schema());
        if (value != null) {
            write(m, new Place(leaf.schema(), leaf.parent(), value), false);
        }
    }

    /** Other content for a container or entry. */
    private void replace(DataTreeModification m) {
        Place old = existing();
        if (old.parent() == null || !old.hasMembers()) {
            return;
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        old.schema()
                .keyNodes()
                .forEach(key -> members.put(key.qualifiedName(), old.members().get(key.qualifiedName())));
        var fresh = new Place(old.schema(), old.parent(), members);
        generator.addBelow(fresh, dice.between(0, 4));
        write(m, fresh, false);
    }

    /** A list or leaf-list as a whole, in another order and with something left out. */
    private void reorder(DataTreeModification m) {
        Place any = existing();
        Place parent = any.parent();
        SchemaNode schema = any.schema();
        if (parent == null || (schema.kind() != Kind.LIST && schema.kind() != Kind.LEAF_LIST)) {
            return;
        }
        List<@Nullable Object> elements = new ArrayList<>(parent.array(schema));
        Collections.shuffle(elements, dice.random());
        if (dice.chance(30)) {
            elements.removeLast();
        }
        if (!elements.isEmpty()) {
            putAll(m, parent, schema, elements);
        }
    }

    private void putAll(DataTreeModification m, Place parent, SchemaNode schema, List<@Nullable Object> elements) {
        var path = parent.path().child(schema.path().elements().getLast().name());
        Instance at = PathResolver.resolve(model, path);
        NormalizedNode node = decode(at, Document.json(new Place(schema, parent, elements)));
        if (node != null) {
            told.add("put " + path + " in another order");
            TreeEdits.put(m, model, at, node);
        }
    }

    /** A new node somewhere, written with some of what stands above it. */
    private void grow(DataTreeModification m) {
        Place added = generator.addAnywhere(working);
        if (added == null || added.parent() == null) {
            return;
        }
        Place top = added;
        for (int up = dice.below(3); up > 0 && top.parent() != null; up--) {
            top = top.parent();
        }
        write(m, top, dice.chance(50));
    }

    private void write(DataTreeModification m, Place place, boolean merge) {
        Instance at = working.instance(place);
        NormalizedNode node = decode(at, Document.json(place));
        if (node == null) {
            return;
        }
        told.add((merge ? "merge " : "put ") + place.path() + " " + Document.json(place));
        if (merge) {
            TreeEdits.merge(m, model, at, node);
        } else {
            TreeEdits.put(m, model, at, node);
        }
    }

    private @Nullable NormalizedNode decode(Instance at, String json) {
        return JsonReader.read(model, at, json.getBytes(StandardCharsets.UTF_8), true)
                .node();
    }
}
