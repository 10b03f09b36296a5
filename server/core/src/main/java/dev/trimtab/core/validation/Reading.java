package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.Place;
import dev.trimtab.core.xpath.XPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place that a task reads.
 *
 * @param breaking the changes there that matter to the task
 * @param pin finds the contexts that read an instance there; null where every context may
 */
record Reading(Place place, Set<Change> breaking, @Nullable Pin pin) {

    static List<Reading> of(Collection<Place> places, Set<Change> breaking) {
        return places.stream().map(place -> new Reading(place, breaking, null)).toList();
    }

    static List<Reading> of(XPath.Dependencies dependencies) {
        return of(dependencies.places(), Change.ANY);
    }

    /** What the existence of contexts depends on; one that does not exist yet is in no index, so that every one may be concerned. */
    static List<Reading> ofExistence(XPath.Dependencies existence) {
        return existence.places().stream()
                .map(place -> new Reading(new Place(place.schema(), place.pivot()), Change.ANY, null))
                .toList();
    }

    static List<Reading> with(List<Reading> some, List<Reading> more) {
        List<Reading> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
