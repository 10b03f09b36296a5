package dev.trimtab.core.migration;

import dev.trimtab.core.model.InvalidValueException;
import dev.trimtab.core.model.LeafType;
import dev.trimtab.model.ValueConversion;
import dev.trimtab.model.ValueConversion.Mapping;
import dev.trimtab.model.ValueConversion.Scale;
import dev.trimtab.model.ValueConversion.Templates;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Turns the canonical text of an old value into a value of the new type. */
final class Conversions {
    private static final int NUMBER_CHARACTERS_MAX = 40;

    private Conversions() {}

    /** What a value comes to. */
    sealed interface Converted {
        /** It fits; {@code text} is canonical. */
        record Fit(Object value, String text) implements Converted {}

        /** The new type does not take it. */
        record Unfit(String reason) implements Converted {}
    }

    static Converted convert(@Nullable ValueConversion conversion, String text, LeafType type) {
        return switch (conversion) {
            case null -> read(text, type);
            case Mapping mapping -> read(mapping.texts().getOrDefault(text, text), type);
            case Scale scale -> scaled(scale, text, type);
            case Templates templates -> firstThatFits(templates, text, type);
        };
    }

    private static Converted read(String text, LeafType type) {
        try {
            Object value = type.parse(text);
            return new Converted.Fit(value, type.canonical(value));
        } catch (InvalidValueException e) {
            return new Converted.Unfit(e.message());
        }
    }

    private static Converted scaled(Scale scale, String text, LeafType type) {
        if (text.length() > NUMBER_CHARACTERS_MAX || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return new Converted.Unfit("it is not a number of at most " + NUMBER_CHARACTERS_MAX + " characters");
        }
        try {
            BigDecimal exact = new BigDecimal(text).multiply(scale.multiplier()).divide(scale.divisor());
            return read(exact.stripTrailingZeros().toPlainString(), type);
        } catch (ArithmeticException _) {
            return new Converted.Unfit("it has no exact value in the new unit");
        }
    }

    private static Converted firstThatFits(Templates templates, String text, LeafType type) {
        for (String template : templates.texts()) {
            Converted converted = read(template.replace(Templates.VALUE, text), type);
            if (converted instanceof Converted.Fit) {
                return converted;
            }
        }
        return new Converted.Unfit("it fits none of the forms " + String.join(", ", templates.texts()));
    }
}
