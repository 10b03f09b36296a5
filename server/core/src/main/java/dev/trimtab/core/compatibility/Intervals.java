package dev.trimtab.core.compatibility;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values that a {@code range} or {@code length} allows.
 *
 * @param parts in their order, none touching the next one
 */
record Intervals(List<Part> parts) {
    record Part(BigDecimal least, BigDecimal most) {
        private boolean encloses(Part other) {
            return least.compareTo(other.least) <= 0 && most.compareTo(other.most) >= 0;
        }

        /** Whether no whole number lies between the two. */
        private boolean touches(Part next) {
            return most.scale() <= 0 && next.least.subtract(most).compareTo(BigDecimal.ONE) <= 0;
        }

        @Override
        public String toString() {
            return least.compareTo(most) == 0
                    ? least.toPlainString()
                    : least.toPlainString() + ".." + most.toPlainString();
        }
    }

    static Intervals of(RangeSet<?> ranges) {
        List<Part> parts = new ArrayList<>();
        for (Range<?> range : ranges.asRanges()) {
            var part = new Part(number(range.lowerEndpoint()), number(range.upperEndpoint()));
            if (!parts.isEmpty() && parts.getLast().touches(part)) {
                parts.add(new Part(parts.removeLast().least, part.most));
            } else {
                parts.add(part);
            }
        }
        return new Intervals(List.copyOf(parts));
    }

    private static BigDecimal number(Object endpoint) {
        return new BigDecimal(endpoint.toString());
    }

    /** Whether every length that yangtools can count is allowed, so that no statement says the same. */
    boolean allowEveryLength() {
        return parts.size() == 1
                && parts.getFirst().encloses(new Part(BigDecimal.ZERO, BigDecimal.valueOf(Integer.MAX_VALUE)));
    }

    /** Whether {@code now} allows all that {@code old} does; null allows everything. */
    static boolean encloses(@Nullable Intervals now, @Nullable Intervals old) {
        return now == null
                || (old != null
                        && old.parts.stream()
                                .allMatch(part -> now.parts.stream().anyMatch(wide -> wide.encloses(part))));
    }

    static String shown(@Nullable Intervals intervals) {
        return intervals == null
                ? "unrestricted"
                : intervals.parts.stream().map(Part::toString).collect(Collectors.joining(" | "));
    }
}
