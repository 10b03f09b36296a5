package dev.trimtab.core.xpath;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/** Collects, while an expression is compiled, what its value depends on. */
final class Reads {
    private final Set<Place> places = new LinkedHashSet<>();
    private final BiConsumer<Place, Reads> conditions;
    private boolean orderMatters;

    /** @param conditions adds what the existence of a node without stored data depends on */
    Reads(BiConsumer<Place, Reads> conditions) {
        this.conditions = conditions;
    }

    /** A text comes, goes and changes with its leaf. */
    void add(Place place) {
        Place up = place.schema().isText() ? place.up() : null;
        if (up != null) {
            add(up);
        } else if (!place.isOwnLine() && places.add(place) && place.schema().canBeImplicit()) {
            conditions.accept(place, this);
        }
    }

    void addAll(Collection<Place> some) {
        some.forEach(this::add);
    }

    /** The values of the nodes matter, not only whether they exist: of a container, all that is below. */
    void addValues(Collection<Place> some) {
        some.forEach(place -> place.descendants().forEach(this::add));
    }

    /** Only the first of the nodes matters, in the order of the document. */
    void addFirst(Collection<Place> some) {
        orderMatters |= some.stream().anyMatch(Place::isOfSeveral);
    }

    /** An empty one for a part of the expression. */
    Reads fresh() {
        return new Reads(conditions);
    }

    void addAll(Reads part) {
        places.addAll(part.places);
        orderMatters |= part.orderMatters;
    }

    void orderMatters() {
        orderMatters = true;
    }

    XPath.Dependencies toDependencies() {
        return new XPath.Dependencies(Collections.unmodifiableSet(places), orderMatters);
    }
}
