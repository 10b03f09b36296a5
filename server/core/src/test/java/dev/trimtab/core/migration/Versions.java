package dev.trimtab.core.migration;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonReader;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.model.Migration;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.MigrationPlan;
import dev.trimtab.model.MigrationRule;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.YangSource;
import java.util.List;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** Two versions of a small model, and ways to migrate between them. */
record Versions(LoadedModel old, LoadedModel now) {
    static final TargetId TARGET = new TargetId("acme");

    /** Two modules {@code m}, of the same namespace, with these bodies. */
    static Versions of(String oldBody, String newBody) {
        return new Versions(model("1.0.0", oldBody), model("2.0.0", newBody));
    }

    private static LoadedModel model(String version, String body) {
        String text = "module m { yang-version 1.1; namespace 'urn:m'; prefix m; " + body + " }";
        return LoadedModel.load(
                new ModelDescription(new ModelId("m", version), "m", List.of(new YangSource("m.yang", text, true))));
    }

    Migrator migrator(MigrationRule... rules) {
        return Migrator.compile(old, now, Migration.declared(plan(rules)));
    }

    MigrationPlan plan(MigrationRule... rules) {
        return new MigrationPlan(old.id(), now.id(), List.of(rules));
    }

    /** The new configuration as JSON, then a line for each note; or a line for each reason to refuse. */
    List<String> migrate(String json, MigrationRule... rules) {
        return lines(migrator(rules).migrate(TARGET, read(old, json)));
    }

    List<String> lines(MigrationResult result) {
        return switch (result) {
            case MigrationResult.Migrated(var root, List<MigrationNote> notes) -> {
                var lines = new java.util.ArrayList<>(List.of(write(now, root)));
                notes.forEach(note -> lines.add(note.toString()));
                yield lines;
            }
            case MigrationResult.Refused(var reasons) ->
                reasons.stream().map(reason -> "refused " + reason).toList();
        };
    }

    static NormalizedNode read(LoadedModel model, String json) {
        var decoded = JsonReader.read(
                model, Instance.root(model), json.replace('\'', '"').getBytes(UTF_8), true);
        if (decoded.node() == null) {
            throw new AssertionError(decoded.violations().toString());
        }
        return decoded.node();
    }

    static String write(LoadedModel model, NormalizedNode root) {
        return JsonWriter.text(model.root(), root).replace('"', '\'');
    }
}
