package dev.trimtab.core.migration;

import dev.trimtab.model.ValueConversion;
import dev.trimtab.model.ValueSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule decides about a node of the old schema. */
sealed interface Fate {

    /**
     * It goes to a place of its own.
     *
     * @param to from the root down; empty for the root
     * @param conversion null if the value stays as it is
     */
    record Moves(List<Step> to, @Nullable ValueConversion conversion, String reason) implements Fate {
        public Moves {
            to = List.copyOf(to);
        }
    }

    record Ends(@Nullable ValueSource implied, String reason) implements Fate {}

    record ToCode() implements Fate {}
}
