package dev.trimtab.apigen;

/** What can be done to a resource. */
public enum Verb {
    GET,
    PUT,
    POST,
    PATCH,
    DELETE;

    /** The name that OpenAPI gives the operation. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
