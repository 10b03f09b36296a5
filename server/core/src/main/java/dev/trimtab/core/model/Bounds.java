package dev.trimtab.core.model;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.Decimal64;
import org.opendaylight.yangtools.yang.model.api.ConstraintMetaDefinition;

/**
 * A {@code range} or {@code length} statement with what its schema says when it is broken.
 *
 * @param rule {@code range} or {@code length}
 * @param intervals inclusive bounds, as the 64 bits of the numbers
 * @param order signed or unsigned
 * @param shown the statement for people
 */
record Bounds(
        String rule,
        List<Interval> intervals,
        Comparator<Long> order,
        String shown,
        @Nullable String message,
        @Nullable String appTag) {
    record Interval(long least, long most) {}

    static <N extends Number & Comparable<N>> Bounds of(
            String rule, RangeSet<N> ranges, boolean signed, ConstraintMetaDefinition statement) {
        List<Interval> intervals = ranges.asRanges().stream()
                .map(range -> new Interval(bits(range.lowerEndpoint()), bits(range.upperEndpoint())))
                .toList();
        return new Bounds(
                rule,
                intervals,
                signed ? Comparator.naturalOrder() : Long::compareUnsigned,
                ranges.asRanges().stream().map(Bounds::show).collect(Collectors.joining(" | ")),
                orNull(statement.getErrorMessage()),
                orNull(statement.getErrorAppTag()));
    }

    /** A decimal64 is compared by its unscaled value; all of one type have one scale. */
    private static long bits(Number number) {
        return number instanceof Decimal64 decimal ? decimal.unscaledValue() : number.longValue();
    }

    private static String show(Range<?> range) {
        return range.lowerEndpoint().equals(range.upperEndpoint())
                ? range.lowerEndpoint().toString()
                : range.lowerEndpoint() + ".." + range.upperEndpoint();
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }

    boolean allow(long number) {
        for (Interval interval : intervals) {
            if (order.compare(number, interval.least) >= 0 && order.compare(number, interval.most) <= 0) {
                return true;
            }
        }
        return false;
    }

    /** The exception for a number that is not allowed. */
    InvalidValueException broken(String value) {
        return new InvalidValueException(
                rule, message != null ? message : value + " is not in the " + rule + " " + shown, appTag);
    }
}
