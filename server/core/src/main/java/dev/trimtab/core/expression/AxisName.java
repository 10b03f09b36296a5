package dev.trimtab.core.expression;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The axes of XPath 1.0 section 2.2. */
public enum AxisName {
    ANCESTOR("ancestor"),
    ANCESTOR_OR_SELF("ancestor-or-self"),
    ATTRIBUTE("attribute"),
    CHILD("child"),
    DESCENDANT("descendant"),
    DESCENDANT_OR_SELF("descendant-or-self"),
    FOLLOWING("following"),
    FOLLOWING_SIBLING("following-sibling"),
    NAMESPACE("namespace"),
    PARENT("parent"),
    PRECEDING("preceding"),
    PRECEDING_SIBLING("preceding-sibling"),
    SELF("self");

    private static final Map<String, AxisName> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(axis -> axis.text, Function.identity()));

    private final String text;

    AxisName(String text) {
        this.text = text;
    }

    static @Nullable AxisName of(String text) {
        return BY_TEXT.get(text);
    }

    /** The axis as it is written. */
    @Override
    public String toString() {
        return text;
    }
}
