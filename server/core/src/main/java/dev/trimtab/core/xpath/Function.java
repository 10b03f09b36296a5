package dev.trimtab.core.xpath;

import dev.trimtab.model.XPathExtension;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions: XPath 1.0 section 4, RFC 7950 section 10, and one of the extensions. */
enum Function {
    LAST("last", 0, 0),
    POSITION("position", 0, 0),
    COUNT("count", 1, 1),
    ID("id", 1, 1),
    LOCAL_NAME("local-name", 0, 1),
    NAMESPACE_URI("namespace-uri", 0, 1),
    NAME("name", 0, 1),
    STRING("string", 0, 1),
    CONCAT("concat", 2, Integer.MAX_VALUE),
    STARTS_WITH("starts-with", 2, 2),
    CONTAINS("contains", 2, 2),
    SUBSTRING_BEFORE("substring-before", 2, 2),
    SUBSTRING_AFTER("substring-after", 2, 2),
    SUBSTRING("substring", 2, 3),
    STRING_LENGTH("string-length", 0, 1),
    NORMALIZE_SPACE("normalize-space", 0, 1),
    TRANSLATE("translate", 3, 3),
    BOOLEAN("boolean", 1, 1),
    NOT("not", 1, 1),
    TRUE("true", 0, 0),
    FALSE("false", 0, 0),
    LANG("lang", 1, 1),
    NUMBER("number", 0, 1),
    SUM("sum", 1, 1),
    FLOOR("floor", 1, 1),
    CEILING("ceiling", 1, 1),
    ROUND("round", 1, 1),
    CURRENT("current", 0, 0),
    RE_MATCH("re-match", 2, 2),
    DEREF("deref", 1, 1),
    DERIVED_FROM("derived-from", 2, 2),
    DERIVED_FROM_OR_SELF("derived-from-or-self", 2, 2),
    ENUM_VALUE("enum-value", 1, 1),
    BIT_IS_SET("bit-is-set", 2, 2),
    SET_CONTAINS("set-contains", 2, 2);

    private static final Map<String, Function> BY_TEXT = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(function -> function.text, function -> function));

    private final String text;
    private final int argumentsMin;
    private final int argumentsMax;

    Function(String text, int argumentsMin, int argumentsMax) {
        this.text = text;
        this.argumentsMin = argumentsMin;
        this.argumentsMax = argumentsMax;
    }

    /** The function of a name; null if there is none. */
    static @Nullable Function of(String text) {
        return BY_TEXT.get(text);
    }

    /** The switch that the function needs; null for the functions of the standards. */
    @Nullable XPathExtension extension() {
        return this == SET_CONTAINS ? XPathExtension.SET_CONTAINS : null;
    }

    boolean takes(int arguments) {
        return arguments >= argumentsMin && arguments <= argumentsMax;
    }

    /** How many arguments the function takes, in words. */
    String arguments() {
        if (argumentsMax == Integer.MAX_VALUE) {
            return argumentsMin + " arguments or more";
        }
        return argumentsMin == argumentsMax
                ? argumentsMin + (argumentsMin == 1 ? " argument" : " arguments")
                : argumentsMin + " to " + argumentsMax + " arguments";
    }

    boolean givesNumber() {
        return switch (this) {
            case LAST, POSITION, COUNT, STRING_LENGTH, NUMBER, SUM, FLOOR, CEILING, ROUND, ENUM_VALUE -> true;
            default -> false;
        };
    }

    /** The function as it is called. */
    @Override
    public String toString() {
        return text + "()";
    }
}
