package dev.trimtab.model;

import org.jspecify.annotations.Nullable;

/**
 * One rule that a configuration breaks.
 *
 * @param path the node that breaks it
 * @param rule the kind of rule, in the words of RFC 7950: {@code must}, {@code when}, {@code leafref}, {@code range}, ...
 * @param value the offending value, at most 200 characters; null where there is none, such as a missing node
 * @param message sentence for the person who sent it; the schema's {@code error-message} where it has one
 * @param appTag RFC 7950 section 15's or the schema's {@code error-app-tag}; null where neither has one
 */
public record Violation(
        Path path,
        String rule,
        @Nullable String value,
        String message,
        @Nullable String appTag) {
    private static final int VALUE_MAX = 200;

    public Violation {
        if (value != null && value.length() > VALUE_MAX) {
            value = value.substring(0, VALUE_MAX - 1) + "…";
        }
    }

    @Override
    public String toString() {
        return path + ": " + message + " (" + rule + (value == null ? "" : ", value '" + value + "'") + ")";
    }
}
