package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.XSchema;
import java.util.List;

/** What has to be done again for an instance of {@link #context} when something that it reads has changed. Equal only to itself. */
abstract sealed class Task permits Rule, KeyIndex {
    private final XSchema context;
    private final List<Reading> readings;
    private final boolean orderMatters;

    Task(XSchema context, List<Reading> readings, boolean orderMatters) {
        this.context = context;
        this.readings = List.copyOf(readings);
        this.orderMatters = orderMatters;
    }

    /** The node whose instances it is done for: every one that exists, stored or not. */
    final XSchema context() {
        return context;
    }

    /** What its outcome for an instance depends on, apart from the instance itself. */
    final List<Reading> readings() {
        return readings;
    }

    /** Whether the outcome depends on the order of siblings too. */
    final boolean orderMatters() {
        return orderMatters;
    }
}
