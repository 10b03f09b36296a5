package dev.trimtab.plugin.aether.v2_1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.model.Migration;
import dev.trimtab.model.MigrationPlan;
import dev.trimtab.model.MigrationRule;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import dev.trimtab.model.ValueSource;
import java.util.List;
import java.util.Map;

/**
 * From {@code aether} 2.1.0 back to 2.0.0.
 *
 * <p>The target becomes its one enterprise, under the target's name. The code makes one core of what the sites name, if they name
 * the same.
 */
final class MigrationTo20 implements Migration {
    private static final String ENTERPRISE = "/enterprises/enterprise[enterprise-id={target}]";
    private static final String NO_SHARE = "a slice of 2.0 says nothing of radio shares";
    private static final MigrationPlan PLAN = new MigrationPlan(
            new ModelId("aether", "2.1.0"),
            new ModelId("aether", "2.0.0"),
            List.of(
                    new MigrationRule.Move(Path.ROOT, Path.parse(ENTERPRISE)),
                    new MigrationRule.LeaveToCode(Path.parse("/site/connectivity-service")),
                    new MigrationRule.Drop(
                            Path.parse("/site/slice/connectivity-service"),
                            new ValueSource.Constant("5g"),
                            "2.0 knows the 5G core only, and the slice is served by it"),
                    share("rrm-min"),
                    share("rrm-max"),
                    share("rrm-dedicated"),
                    new MigrationRule.Drop(
                            Path.parse("/site/sim-card/enable"),
                            new ValueSource.Constant("true"),
                            "2.0 cannot switch a card off: it may connect")));

    private static MigrationRule share(String leaf) {
        return new MigrationRule.Drop(Path.parse("/site/slice/xapp/" + leaf), new ValueSource.Constant("0"), NO_SHARE);
    }

    @Override
    public MigrationPlan plan() {
        return PLAN;
    }

    @Override
    public Completed complete(Unfinished unfinished) {
        ObjectNode config = Json.object(unfinished.newConfig());
        var enterprise = new PathElement(
                "enterprise", Map.of("enterprise-id", unfinished.target().value()));
        var cores = new CoresTo20(Path.parse("/enterprises").child(enterprise));
        cores.take(Json.entries(Json.object(unfinished.oldConfig()), "onf-site:site"), config);
        return new Completed(config.toString(), cores.notes(), cores.carried());
    }
}
