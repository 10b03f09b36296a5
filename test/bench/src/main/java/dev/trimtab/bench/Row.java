package dev.trimtab.bench;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param name begins with its part: {@code gnmi.}, {@code store.}
 * @param baseline what the value is held against, in words
 * @param ratio the value over the baseline's, or what the goal speaks of
 * @param goal in words; null where there is none
 * @param met whether the goal is met; null where there is none
 */
record Row(
        String name,
        String workload,
        double value,
        String unit,
        @Nullable Sample times,
        String baseline,
        double ratio,
        @Nullable String goal,
        @Nullable Boolean met) {}
