package dev.trimtab.core.model;

import org.jspecify.annotations.Nullable;

/** A value does not fit its leaf's type; an answer for the person who sent it, so it carries no stack trace. */
public final class InvalidValueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String rule;
    private final @Nullable String appTag;

    /**
     * A value that breaks {@code rule}.
     *
     * @param rule {@code range}, {@code length}, {@code pattern}, {@code enumeration}, {@code bits}, {@code identityref},
     *     {@code fraction-digits} or {@code type}
     * @param message the schema's {@code error-message} where it has one
     * @param appTag the schema's {@code error-app-tag}
     */
    InvalidValueException(String rule, String message, @Nullable String appTag) {
        super(message, null, false, false);
        this.rule = rule;
        this.appTag = appTag;
    }

    static InvalidValueException type(String message) {
        return new InvalidValueException("type", message, null);
    }

    public String rule() {
        return rule;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public @Nullable String appTag() {
        return appTag;
    }
}
