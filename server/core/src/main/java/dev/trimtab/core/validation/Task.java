package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.XSchema;
import java.util.List;

/** What has to be done again for an instance of {@link #context} when something that it reads has changed. */
sealed interface Task permits Rule, KeyIndex {
    /** The node whose instances it is done for: every one that exists, stored or not. */
    XSchema context();

    /** What its outcome for an instance depends on, apart from the instance itself. */
    List<Reading> readings();

    /** Whether the outcome depends on the order of siblings too. */
    boolean orderMatters();
}
