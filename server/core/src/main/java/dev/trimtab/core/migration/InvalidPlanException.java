package dev.trimtab.core.migration;

import dev.trimtab.model.MigrationPlan;
import java.util.List;

/** A plan does not fit the models that it is for; the message names every rule that is wrong, and why. */
public final class InvalidPlanException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidPlanException(MigrationPlan plan, List<String> mistakes) {
        super("the migration from " + plan.from() + " to " + plan.to() + " is wrong: " + String.join("; ", mistakes));
    }
}
