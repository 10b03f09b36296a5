package dev.trimtab.core.xpath;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an expression may look, seen from its context node: at instances of {@code schema} below one instance of {@code pivot}.
 *
 * @param schema the node looked at
 * @param pivot the lowest node above or at both {@code schema} and the context node whose <em>instance</em> they share; from
 *     {@code ../../slice/name} in an entry of {@code site/slice/filter}, it is {@code site}, although both are slices
 * @param keyed where the place is within a list, which entries of it are looked at; null for all
 */
public record Place(XSchema schema, XSchema pivot, @Nullable Keyed keyed) {

    /** A place where every instance is looked at. */
    public Place(XSchema schema, XSchema pivot) {
        this(schema, pivot, null);
    }

    static Place at(XSchema context) {
        return new Place(context, context);
    }

    Place child(XSchema child) {
        return new Place(child, pivot, keyed);
    }

    /** The same place, where only the entries of its list that have the keys are looked at. */
    Place keyedBy(Keyed keys) {
        return new Place(schema, pivot, keys);
    }

    /** One level up; null above the root. */
    @Nullable Place up() {
        XSchema parent = schema.parent();
        if (parent == null) {
            return null;
        }
        boolean leavesEntry = keyed != null && keyed.list() == schema;
        return new Place(parent, pivot == schema ? parent : pivot, leavesEntry ? null : keyed);
    }

    /** This place and all above it, up to the root. */
    List<Place> line() {
        List<Place> line = new ArrayList<>();
        for (Place at = this; at != null; at = at.up()) {
            line.add(at);
        }
        return line;
    }

    /** The places one level down, of a leaf its text. */
    Stream<Place> below() {
        XSchema text = schema.text();
        return text == null ? schema.children().stream().map(this::child) : Stream.of(child(text));
    }

    /** This place and all below it. */
    List<Place> descendants() {
        List<Place> all = new ArrayList<>();
        all.add(this);
        below().forEach(child -> all.addAll(child.descendants()));
        return all;
    }

    /** Whether there may be several of its nodes for one context: all entries of a list on the way down are looked at. */
    boolean isOfSeveral() {
        for (XSchema at = schema; at != null && at != pivot; at = at.parent()) {
            if (at.repeats() && !isOfOneEntry(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfOneEntry(XSchema list) {
        return keyed != null && keyed.list() == list && keyed.reads().stream().noneMatch(Place::isOfSeveral);
    }

    /** Whether it is the context node or an ancestor of it, which exists whenever the expression is evaluated. */
    boolean isOwnLine() {
        return schema == pivot;
    }
}
