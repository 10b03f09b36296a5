package dev.trimtab.core.target;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.validation.Validator;

/** A loaded model with its compiled constraints. */
public record ServedModel(LoadedModel model, Validator validator) {
    public static ServedModel of(LoadedModel model) {
        return new ServedModel(model, Validator.compile(model));
    }
}
