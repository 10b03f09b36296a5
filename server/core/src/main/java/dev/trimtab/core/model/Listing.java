package dev.trimtab.core.model;

import java.util.Collection;
import java.util.stream.Collectors;

/** A list of names for a message, cut where it gets long. */
final class Listing {
    private static final int NAMES_MAX = 12;

    private Listing() {}

    static String of(Collection<String> names) {
        String shown = names.stream().limit(NAMES_MAX).collect(Collectors.joining(", "));
        return names.size() > NAMES_MAX ? shown + ", ..." : shown;
    }
}
