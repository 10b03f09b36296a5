package dev.trimtab.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A departure from XPath 1.0 as YANG has it (RFC 7950 section 6.4) that a model's expressions may use if its description
 * says so; none is on by itself.
 */
public enum XPathExtension {
    /** The function {@code set-contains(nodes, value)}. */
    SET_CONTAINS,
    /** The variable {@code $this}: the node that the expression stands on. */
    THIS_VARIABLE,
    /** The attribute step {@code @name} for the key {@code name} of a list entry. */
    KEY_ATTRIBUTE;

    /** The name in lower case with hyphens, as files and messages write it: {@code set-contains}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The extension of that {@link #text}.
     *
     * @throws IllegalArgumentException for a name that is none, naming those there are
     */
    public static XPathExtension parse(String text) {
        for (XPathExtension extension : values()) {
            if (extension.text().equals(text)) {
                return extension;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no XPath extension; there are "
                + Arrays.stream(values()).map(XPathExtension::text).collect(Collectors.joining(", ")));
    }
}
