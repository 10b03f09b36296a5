package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.Keyed;
import dev.trimtab.core.xpath.Place;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XPath;
import dev.trimtab.core.xpath.XSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Turns what one rule reads by key into pins: an index of the rule's contexts by the keys that each asks for, so that a change of an
 * entry concerns those contexts and no others.
 */
final class KeyedReadings {
    /** Stands for every key: a context that asks for many is found by the change of any entry. */
    private enum Many {
        MANY
    }

    private final XSchema context;
    private final XPath.Dependencies existence;
    private final RuleIndex.Builder rules;
    private final Map<Keyed, KeyIndex> indexes = new HashMap<>();

    KeyedReadings(XSchema context, XPath.Dependencies existence, RuleIndex.Builder rules) {
        this.context = context;
        this.existence = existence;
        this.rules = rules;
    }

    List<Reading> pinned(List<Reading> readings) {
        return readings.stream().map(this::pinned).toList();
    }

    private Reading pinned(Reading reading) {
        Place place = reading.place();
        Keyed keyed = place.keyed();
        if (keyed == null || reading.pin() != null) {
            return reading;
        }
        XSchema pivot = place.pivot();
        KeyIndex index = index(keyed, pivot);
        var pin = new Pin(index, keyed.list(), entry -> List.of(key(keyed.of(entry), entry, pivot), Many.MANY));
        return new Reading(place, reading.breaking(), pin);
    }

    /** The index of the contexts by one lookup, made once; what the keys are computed from may be read by key in turn. */
    private KeyIndex index(Keyed keyed, XSchema pivot) {
        KeyIndex known = indexes.get(keyed);
        if (known == null) {
            List<Reading> readings =
                    Reading.with(pinned(Reading.of(keyed.reads(), Change.ANY)), Reading.ofExistence(existence));
            known = KeyIndex.of(context, readings, node -> keys(keyed, node, pivot));
            indexes.put(keyed, known);
            rules.add(known);
        }
        return known;
    }

    private static List<?> keys(Keyed keyed, XNode node, XSchema pivot) {
        List<List<String>> wanted = keyed.wanted(node);
        return wanted == null
                ? List.of(Many.MANY)
                : wanted.stream().map(texts -> key(texts, node, pivot)).toList();
    }

    /** One text is itself; several are a list; the instance of the pivot is among them where there may be several. */
    private static Object key(List<String> texts, XNode node, XSchema pivot) {
        Object around = Address.of(Objects.requireNonNull(node.ancestor(pivot)));
        if (around.equals(Address.ONLY)) {
            return texts.size() == 1 ? texts.getFirst() : texts;
        }
        List<Object> key = new ArrayList<>(texts);
        key.add(around);
        return List.copyOf(key);
    }
}
