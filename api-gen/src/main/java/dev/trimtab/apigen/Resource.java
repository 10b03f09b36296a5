package dev.trimtab.apigen;

import dev.trimtab.core.model.SchemaNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One addressable place of a model.
 *
 * @param node its schema; of an entry, the list's
 * @param template its URL with parameters in braces, from the server's root
 * @param parameters in the order of the template; the first is the target
 * @param name unique in the model: upper camel case, usable as a type's name
 */
public record Resource(Kind kind, SchemaNode node, String template, List<Parameter> parameters, String name) {

    /** What the resource is. */
    public enum Kind {
        /** The whole configuration of a target. */
        ROOT,
        CONTAINER,
        /** All entries of a list. */
        LIST,
        /** One entry of a list. */
        ENTRY,
        LEAF,
        LEAF_LIST,
        ANYDATA
    }

    /**
     * A variable part of a template.
     *
     * @param name unique in its template
     * @param key the key leaf whose value it is; null for the target's name
     */
    public record Parameter(String name, @Nullable SchemaNode key) {}

    public Resource {
        parameters = List.copyOf(parameters);
    }

    public Set<Verb> verbs() {
        return verbs(node, kind);
    }

    /** What can be done to a place: state is read; keys never change; leaves are put, since there is nothing in them to merge. */
    public static Set<Verb> verbs(SchemaNode node, Kind kind) {
        if (!node.config() || node.isKey()) {
            return EnumSet.of(Verb.GET);
        }
        return switch (kind) {
            case ROOT, CONTAINER, LIST, ENTRY, LEAF, LEAF_LIST -> EnumSet.allOf(Verb.class);
            case ANYDATA -> EnumSet.of(Verb.GET, Verb.PUT, Verb.DELETE);
        };
    }

    /** The kind of what {@code node} describes; of a list, of one entry or of the whole. */
    public static Kind kind(SchemaNode node, boolean entry) {
        return switch (node.kind()) {
            case ROOT -> Kind.ROOT;
            case CONTAINER -> Kind.CONTAINER;
            case LIST -> entry ? Kind.ENTRY : Kind.LIST;
            case LEAF -> Kind.LEAF;
            case LEAF_LIST -> Kind.LEAF_LIST;
            case ANYDATA -> Kind.ANYDATA;
        };
    }

    /** Name of the top-level node it lies under; of the root, the resource's own name. */
    public String tag() {
        return node.path().isRoot() ? name : node.path().elements().getFirst().name();
    }
}
