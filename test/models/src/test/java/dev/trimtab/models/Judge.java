package dev.trimtab.models;

import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.Decoded;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonReader;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.validation.Validator;
import dev.trimtab.model.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A model with its constraints, and what the engine says of whole configurations of it. */
record Judge(LoadedModel model, Validator validator) {
    static Judge of(LoadedModel model) {
        return new Judge(model, Validator.compile(model));
    }

    /** Why the engine refuses a configuration; empty if it accepts it. */
    List<String> objections(String json) {
        try {
            Decoded decoded = JsonReader.read(model, Instance.root(model), json.getBytes(StandardCharsets.UTF_8), true);
            List<Violation> violations = decoded.node() == null
                    ? decoded.violations()
                    : validator.validateAll(decoded.node()).violations();
            return violations.stream().map(Violation::toString).toList();
        } catch (FailureException e) {
            return List.of(e.failure().message());
        }
    }
}
