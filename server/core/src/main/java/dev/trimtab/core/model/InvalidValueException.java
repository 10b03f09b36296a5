package dev.trimtab.core.model;

import org.jspecify.annotations.Nullable;

/** A value does not fit its leaf's type; an answer for the person who sent it, so it carries no stack trace. */
public final class InvalidValueException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MESSAGE_MAX = 1000;

    private final String rule;
    private final @Nullable String appTag;

    /**
     * A value that breaks {@code rule}.
     *
     * @param rule {@code range}, {@code length}, {@code pattern}, {@code enumeration}, {@code bits}, {@code identityref},
     *     {@code fraction-digits} or {@code type}
     * @param message the schema's {@code error-message} where it has one; cut after 1,000 characters
     * @param appTag the schema's {@code error-app-tag}
     */
    InvalidValueException(String rule, String message, @Nullable String appTag) {
        super(cut(message), null, false, false);
        this.rule = rule;
        this.appTag = appTag;
    }

    /** A value that is wrong may be as long as a request, and is told here and beside. */
    private static String cut(String message) {
        if (message.length() <= MESSAGE_MAX) {
            return message;
        }
        boolean halves = Character.isHighSurrogate(message.charAt(MESSAGE_MAX - 1));
        return message.substring(0, halves ? MESSAGE_MAX - 1 : MESSAGE_MAX) + "…";
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
