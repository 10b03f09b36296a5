package dev.trimtab.plugin.aether.v2_1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.model.Migration;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.MigrationPlan;
import dev.trimtab.model.MigrationRule;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.ValueConversion;
import dev.trimtab.model.ValueSource;
import java.util.ArrayList;
import java.util.List;

/**
 * From {@code aether} 2.0.0 to 2.1.0.
 *
 * <p>What was below the one enterprise of the target is below its root. The code gives each site the core that the enterprise uses,
 * and ports to endpoints that had none.
 */
final class MigrationFrom20 implements Migration {
    private static final String NO_TEXT = "the enterprise is the target itself, which has no such text";
    private static final MigrationPlan PLAN = new MigrationPlan(
            new ModelId("aether", "2.0.0"),
            new ModelId("aether", "2.1.0"),
            List.of(
                    new MigrationRule.Move(Path.parse("/enterprises/enterprise"), Path.ROOT),
                    new MigrationRule.Drop(
                            Path.parse("/enterprises/enterprise/enterprise-id"),
                            new ValueSource.TargetName(),
                            "the enterprise is the target itself, and goes by the target's name"),
                    new MigrationRule.Drop(Path.parse("/enterprises/enterprise/display-name"), NO_TEXT),
                    new MigrationRule.Drop(Path.parse("/enterprises/enterprise/description"), NO_TEXT),
                    new MigrationRule.Convert(
                            Path.parse("/enterprises/enterprise/application/address"),
                            Path.parse("/application/address"),
                            new ValueConversion.Templates(List.of("{value}", "{value}/128", "{value}/32")),
                            "an application's address is a network; a host is a network of one"),
                    new MigrationRule.Default(
                            Path.parse("/application/address"),
                            new ValueSource.Constant("192.0.2.0/32"),
                            "an application must have a network, and this one matches no traffic (RFC 5737);"
                                    + " give it the application's"),
                    new MigrationRule.LeaveToCode(Path.parse("/enterprises/enterprise/connectivity-service")),
                    new MigrationRule.LeaveToCode(Path.parse("/connectivity-services/connectivity-service"))));

    @Override
    public MigrationPlan plan() {
        return PLAN;
    }

    @Override
    public Completed complete(Unfinished unfinished) {
        ObjectNode config = Json.object(unfinished.newConfig());
        var cores = new CoresFrom20(Json.object(unfinished.oldConfig()));
        cores.giveTo(Json.entries(config, "onf-site:site"));
        List<MigrationNote> notes = new ArrayList<>(cores.notes());
        for (ObjectNode application : Json.entries(config, "onf-application:application")) {
            givePorts(application, notes);
        }
        return new Completed(config.toString(), notes, cores.carried());
    }

    private static void givePorts(ObjectNode application, List<MigrationNote> notes) {
        for (ObjectNode endpoint : Json.entries(application, "endpoint")) {
            if (!endpoint.has("port-start")) {
                Path path = new Path(List.of(
                        Json.element("application", "application-id", application),
                        Json.element("endpoint", "endpoint-id", endpoint)));
                put(endpoint, path, "port-start", 0, notes);
                put(endpoint, path, "port-end", 65535, notes);
            }
        }
    }

    private static void put(ObjectNode endpoint, Path path, String leaf, int port, List<MigrationNote> notes) {
        endpoint.put(leaf, port);
        String reason = "an endpoint names its ports; one that named none was all of them";
        notes.add(MigrationNote.invented(path.child(leaf), String.valueOf(port), reason));
    }
}
