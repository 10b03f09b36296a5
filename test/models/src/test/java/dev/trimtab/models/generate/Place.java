package dev.trimtab.models.generate;

import dev.trimtab.core.model.InvalidValueException;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One instance in a {@link Document}: the root, a container, a list entry, a leaf, a leaf-list as a whole, an anydata.
 *
 * @param parent null for the root
 * @param value the members of a container or entry; the value of a leaf; the list of values of a leaf-list
 */
public record Place(
        SchemaNode schema, @Nullable Place parent, @Nullable Object value) {

    /** The members of the root, a container or an entry, by qualified name. */
    @SuppressWarnings("unchecked") // how documents are built
    public Map<String, @Nullable Object> members() {
        if (value == null) {
            throw new IllegalStateException(schema + " has no members");
        }
        return (Map<String, @Nullable Object>) value;
    }

    public boolean hasMembers() {
        return schema.kind() == Kind.ROOT || schema.kind() == Kind.CONTAINER || schema.kind() == Kind.LIST;
    }

    /** The instances of one child. */
    public List<Place> children(SchemaNode child) {
        if (!members().containsKey(child.qualifiedName())) {
            return List.of();
        }
        Object found = members().get(child.qualifiedName());
        if (child.kind() != Kind.LIST) {
            return List.of(new Place(child, this, found));
        }
        return elements(found).stream()
                .map(entry -> new Place(child, this, entry))
                .toList();
    }

    /** The instances directly below this one. */
    List<Place> children() {
        return hasMembers()
                ? schema.children().stream()
                        .flatMap(child -> children(child).stream())
                        .toList()
                : List.of();
    }

    /** This instance and every one below it, in the order of the document. */
    public List<Place> all() {
        List<Place> found = new ArrayList<>();
        addAll(found);
        return found;
    }

    private void addAll(List<Place> found) {
        found.add(this);
        children().forEach(child -> child.addAll(found));
    }

    /** The container that stands below this one for {@code child}; made if it is missing. */
    Place container(SchemaNode child) {
        Object there = members().computeIfAbsent(child.qualifiedName(), _ -> new LinkedHashMap<String, Object>());
        return new Place(child, this, there);
    }

    /** The array below this instance that holds the entries or values of {@code child}; made if it is missing. */
    List<@Nullable Object> array(SchemaNode child) {
        return elements(members().computeIfAbsent(child.qualifiedName(), _ -> new ArrayList<>()));
    }

    @SuppressWarnings("unchecked") // how documents are built
    static List<@Nullable Object> elements(@Nullable Object array) {
        if (array == null) {
            throw new IllegalStateException("an array is null");
        }
        return (List<@Nullable Object>) array;
    }

    /** Whether a node of another case of one of the child's choices is here. */
    boolean hasOtherCase(SchemaNode child) {
        return child.choices().stream()
                .flatMap(step -> step.otherCases().stream())
                .anyMatch(other -> schema.children().stream()
                        .filter(each -> members().containsKey(each.qualifiedName()))
                        .anyMatch(each -> each.qname().equals(other.getQName())
                                || each.choices().stream()
                                        .anyMatch(step -> step.choice().equals(other.getQName()))));
    }

    /** Takes this instance out of the document; an array that becomes empty goes too. */
    public void remove() {
        if (parent == null) {
            members().clear();
            return;
        }
        if (schema.kind() == Kind.LIST) {
            List<@Nullable Object> entries = parent.array(schema);
            entries.removeIf(this::isOf);
            if (!entries.isEmpty()) {
                return;
            }
        }
        parent.members().remove(schema.qualifiedName());
    }

    /** Whether {@code other} is this place's own value, and not one that is equal. */
    @SuppressWarnings("ReferenceEquality") // two entries of one content are two entries
    boolean isOf(@Nullable Object other) {
        return value == other;
    }

    /** The values of a list entry's keys, in the order of the schema; null where one is missing. */
    List<@Nullable Object> keyValues() {
        List<@Nullable Object> values = new ArrayList<>();
        schema.keyNodes().forEach(key -> values.add(members().get(key.qualifiedName())));
        return values;
    }

    /** The path as the server's edges write it. */
    public Path path() {
        if (parent == null) {
            return Path.ROOT;
        }
        Map<String, String> keys = new TreeMap<>();
        if (schema.kind() == Kind.LIST) {
            schema.keyNodes()
                    .forEach(key ->
                            keys.put(key.name(), canonical(key, text(members().get(key.qualifiedName())))));
        }
        return parent.path()
                .child(new PathElement(schema.path().elements().getLast().name(), keys));
    }

    /** The text of a key in the form of the engine's paths; unchanged if it does not fit its type. */
    private static String canonical(SchemaNode key, String text) {
        try {
            return key.type().canonical(key.type().parse(text));
        } catch (InvalidValueException _) {
            return text;
        }
    }

    /** A scalar as text. */
    static String text(@Nullable Object scalar) {
        return scalar == null || scalar instanceof List ? "" : scalar.toString();
    }
}
