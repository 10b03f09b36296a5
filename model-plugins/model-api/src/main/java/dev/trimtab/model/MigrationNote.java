package dev.trimtab.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one value in a migration that did not simply stay what it is.
 *
 * @param kind what became of it
 * @param from where it stood in the old configuration; null for a value that was not there
 * @param to where it stands in the new one; null for a value that is not there
 * @param before the old value in canonical text, at most 200 characters; null where there was none
 * @param after the new value, likewise
 * @param reason sentence for the operator of the target
 */
public record MigrationNote(
        Kind kind,
        @Nullable Path from,
        @Nullable Path to,
        @Nullable String before,
        @Nullable String after,
        String reason) {
    private static final int VALUE_MAX = 200;

    /** What can become of a value. */
    public enum Kind {
        /** The new configuration does not have it. */
        LOST,
        /** The old configuration did not have it. */
        INVENTED,
        /** It is another one, or the default that stands for it is. */
        CHANGED
    }

    public MigrationNote {
        if (from == null && to == null) {
            throw new IllegalArgumentException("a note names a place in the old or the new configuration");
        }
        before = shortened(before);
        after = shortened(after);
    }

    public static MigrationNote lost(Path from, @Nullable String before, String reason) {
        return new MigrationNote(Kind.LOST, from, null, before, null, reason);
    }

    public static MigrationNote invented(Path to, @Nullable String after, String reason) {
        return new MigrationNote(Kind.INVENTED, null, to, null, after, reason);
    }

    private static @Nullable String shortened(@Nullable String value) {
        return value == null || value.length() <= VALUE_MAX ? value : value.substring(0, VALUE_MAX - 1) + "…";
    }

    /** One line for people: kind, places, values, reason. */
    @Override
    public String toString() {
        var line = new StringBuilder(kind.name().toLowerCase(Locale.ROOT));
        if (from != null) {
            line.append(' ').append(from);
        }
        if (to != null && !to.equals(from)) {
            line.append(from == null ? " " : " -> ").append(to);
        }
        line.append(": ");
        if (kind == Kind.CHANGED) {
            line.append(shown(before)).append(" -> ").append(shown(after)).append("; ");
        } else if (before != null || after != null) {
            line.append(shown(before != null ? before : after)).append("; ");
        }
        return line.append(reason).toString();
    }

    private static String shown(@Nullable String value) {
        return value == null ? "nothing" : "'" + value + "'";
    }
}
