package dev.trimtab.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** How the canonical text of a value becomes another text. */
public sealed interface ValueConversion {

    /** Each text that is a key becomes the value beside it; every other text stays as it is. */
    record Mapping(Map<String, String> texts) implements ValueConversion {
        public Mapping {
            texts = Map.copyOf(texts);
        }
    }

    /**
     * A number is multiplied, then divided; the result is exact or the value is lost.
     *
     * @param multiplier more than 0, at most {@link #DIGITS_MAX} digits before and after the point
     * @param divisor likewise
     */
    record Scale(BigDecimal multiplier, BigDecimal divisor) implements ValueConversion {
        public static final int DIGITS_MAX = 40;

        public Scale {
            requireFactor(multiplier);
            requireFactor(divisor);
        }

        private static void requireFactor(BigDecimal factor) {
            if (factor.signum() <= 0
                    || Math.abs((long) factor.scale()) > DIGITS_MAX
                    || factor.precision() > DIGITS_MAX) {
                throw new IllegalArgumentException(
                        "a unit factor is more than 0 and has at most " + DIGITS_MAX + " digits");
            }
        }
    }

    /**
     * Texts in which {@code {value}} stands for the old one, tried in their order; the first that the new type takes is the value.
     *
     * @param texts at least one
     */
    record Templates(List<String> texts) implements ValueConversion {
        public static final String VALUE = "{value}";

        public Templates {
            texts = List.copyOf(texts);
            if (texts.isEmpty()) {
                throw new IllegalArgumentException("a conversion by templates needs one at least");
            }
        }
    }
}
