package dev.trimtab.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * Something that no standard has in XPath, and that the models of ONF's projects up to 2023 use. A model's expressions may use
 * it only where the model's description names it.
 */
public enum XPathExtension {
    /** {@code set-contains(set, value)}: whether one node of the set has the value as its text. */
    SET_CONTAINS("set-contains"),

    /** {@code $this}: the node that the statement is evaluated for, as {@code current()}. */
    THIS_VARIABLE("this-variable"),

    /** {@code @name}: a key of a list entry, as if it were an attribute. */
    KEY_ATTRIBUTES("key-attributes");

    private final String text;

    XPathExtension(String text) {
        this.text = text;
    }

    /** The extension of a name in kebab case; empty if there is none. */
    public static Optional<XPathExtension> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }

    /** The name in kebab case, which {@link #of} reads. */
    @Override
    public String toString() {
        return text;
    }
}
