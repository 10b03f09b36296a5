package dev.trimtab.core.pick;

import dev.trimtab.model.PickedValue;
import java.util.List;

/**
 * Values that a leaf may get.
 *
 * @param values in the order of the model, or of the entries that a leafref refers to; each once
 * @param more whether there are more than were asked for
 */
public record PickList(List<PickedValue> values, boolean more) {
    public PickList {
        values = List.copyOf(values);
    }
}
