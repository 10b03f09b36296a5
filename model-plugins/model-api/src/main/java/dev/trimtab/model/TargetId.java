package dev.trimtab.model;

import java.util.regex.Pattern;

/**
 * Name of a configurable target, unique in one deployment; the gNMI {@code Path.target} field.
 *
 * @param value 1 to 63 characters of {@code [a-z0-9.-]}, beginning with a letter or a digit
 */
public record TargetId(String value) implements Comparable<TargetId> {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");

    /** The server's own configuration: targets, and what the server observes of them. */
    public static final TargetId SYSTEM = new TargetId("system");

    public TargetId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("target '" + value + "' is not 1 to 63 of [a-z0-9.-]");
        }
    }

    @Override
    public int compareTo(TargetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
