package dev.trimtab.core.yang;

import java.util.ArrayList;
import java.util.List;
import org.opendaylight.yangtools.yang.common.YangVersion;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.opendaylight.yangtools.yang.model.api.meta.EffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.ActionEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.ChoiceEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.LeafEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.LeafListEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.ListEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.ModuleEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.NotificationEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.RpcEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.YangVersionEffectiveStatement;

/** Rules of RFC 7950 that yangtools leaves unchecked and that hold for nodes as they are after groupings, augments and deviations. */
final class SchemaRules {
    private final List<Fault> faults = new ArrayList<>();

    private SchemaRules() {}

    static List<Fault> check(EffectiveModelContext schema) {
        var rules = new SchemaRules();
        for (ModuleEffectiveStatement module : schema.getModuleStatements().values()) {
            boolean version1 = module.findFirstEffectiveSubstatementArgument(YangVersionEffectiveStatement.class)
                            .orElse(YangVersion.VERSION_1)
                    == YangVersion.VERSION_1;
            module.effectiveSubstatements().forEach(statement -> rules.check(statement, true, version1));
        }
        return rules.faults.stream().distinct().toList();
    }

    private void check(EffectiveStatement<?, ?> statement, boolean config, boolean version1) {
        boolean ownConfig = config && Effective.config(statement);
        switch (statement) {
            case ListEffectiveStatement list -> add(ListRules.check(list, ownConfig, version1));
            case LeafEffectiveStatement leaf -> add(DefaultRules.check(leaf));
            case LeafListEffectiveStatement leafList -> add(DefaultRules.check(leafList, ownConfig));
            case ChoiceEffectiveStatement choice -> add(DefaultRules.check(choice));
            default -> {}
        }
        if (Effective.hasNodes(statement)) {
            boolean data = !(statement instanceof RpcEffectiveStatement
                    || statement instanceof ActionEffectiveStatement
                    || statement instanceof NotificationEffectiveStatement);
            statement.effectiveSubstatements().forEach(child -> check(child, data && ownConfig, version1));
        }
    }

    private void add(List<Fault> found) {
        faults.addAll(found);
    }
}
