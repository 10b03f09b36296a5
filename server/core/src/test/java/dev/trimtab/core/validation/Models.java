package dev.trimtab.core.validation;

import static java.util.Objects.requireNonNull;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.YangSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Models of the tests. */
final class Models {
    private Models() {}

    /** The model of one module among the test resources. */
    static LoadedModel resource(String module) {
        try (var in = requireNonNull(Models.class.getResourceAsStream("/yang/" + module + ".yang"))) {
            return of(module, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model of one module: {@code body} inside {@code module name}. */
    static LoadedModel inline(String body) {
        return of("inline", "module inline { yang-version 1.1; namespace 'urn:inline'; prefix i; " + body + " }");
    }

    private static LoadedModel of(String module, String text) {
        var source = new YangSource(module + ".yang", text, true);
        return LoadedModel.load(new ModelDescription(new ModelId(module, "1.0.0"), module, List.of(source)));
    }
}
