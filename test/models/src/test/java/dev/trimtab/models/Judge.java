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
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** A model with its constraints, and what the engine says of whole configurations of it. */
record Judge(LoadedModel model, Validator validator) {
    static Judge of(LoadedModel model) {
        return new Judge(model, Validator.compile(model));
    }

    NormalizedNode decode(String json) {
        return decode(model, json);
    }

    /** The tree of a configuration whose types fit. */
    static NormalizedNode decode(LoadedModel model, String json) {
        Decoded decoded = read(model, json);
        NormalizedNode node = decoded.node();
        if (node == null) {
            throw new AssertionError(decoded.violations() + " in " + json);
        }
        return node;
    }

    private static Decoded read(LoadedModel model, String json) {
        return JsonReader.read(model, Instance.root(model), json.getBytes(StandardCharsets.UTF_8), true);
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
