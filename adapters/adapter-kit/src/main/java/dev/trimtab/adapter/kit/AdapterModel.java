package dev.trimtab.adapter.kit;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.validation.Validator;

/** A model and its compiled constraints. */
record AdapterModel(LoadedModel model, Validator validator) {
    static AdapterModel of(LoadedModel model) {
        return new AdapterModel(model, Validator.compile(model));
    }
}
