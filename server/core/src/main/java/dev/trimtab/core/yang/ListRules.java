package dev.trimtab.core.yang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.model.api.LeafSchemaNode;
import org.opendaylight.yangtools.yang.model.api.meta.EffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.KeyEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.LeafEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.ListEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.SchemaNodeIdentifier.Descendant;
import org.opendaylight.yangtools.yang.model.api.stmt.SchemaTreeAwareEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.UniqueEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.UniqueStatement;
import org.opendaylight.yangtools.yang.model.api.type.EmptyTypeDefinition;

/** Keys and unique (RFC 7950 sections 7.8.2 and 7.8.3). */
final class ListRules {
    private final ListEffectiveStatement list;
    private final boolean config;
    private final List<Fault> faults = new ArrayList<>();

    private ListRules(ListEffectiveStatement list, boolean config) {
        this.list = list;
        this.config = config;
    }

    static List<Fault> check(ListEffectiveStatement list, boolean config, boolean version1) {
        var rules = new ListRules(list, config);
        Optional<KeyEffectiveStatement> key = list.findFirstEffectiveSubstatement(KeyEffectiveStatement.class);
        if (key.isPresent()) {
            rules.checkKey(key.get(), version1);
        } else if (config) {
            rules.faults.add(Effective.fault(list, "is configuration and has no key"));
        }
        list.streamEffectiveSubstatements(UniqueEffectiveStatement.class).forEach(rules::checkUnique);
        return rules.faults;
    }

    private void checkKey(KeyEffectiveStatement key, boolean version1) {
        for (QName name : key.argument()) {
            LeafEffectiveStatement leaf =
                    list.findSchemaTreeNode(LeafEffectiveStatement.class, name).orElse(null);
            if (leaf == null) {
                faults.add(Effective.fault(key, "names '" + name.getLocalName() + "', which is no leaf of the list"));
            } else if (config && !Effective.config(leaf)) {
                faults.add(Effective.fault(leaf, "is state and the key of a list of configuration"));
            } else if (version1
                    && leaf instanceof LeafSchemaNode node
                    && node.getType() instanceof EmptyTypeDefinition) {
                faults.add(Effective.fault(leaf, "is a key of type empty, which YANG version 1 does not have"));
            }
        }
    }

    private void checkUnique(UniqueEffectiveStatement unique) {
        UniqueStatement declared = unique.getDeclared();
        String raw = declared == null ? null : declared.rawArgument();
        String[] names = raw == null ? new String[0] : raw.strip().split("\\s+", -1);
        if (new HashSet<>(Arrays.asList(names)).size() < names.length) {
            faults.add(Effective.fault(unique, "names a leaf twice"));
        }
        Set<Boolean> configs = new HashSet<>();
        for (Descendant path : unique.argument()) {
            configs.add(follow(unique, path));
        }
        if (configs.size() > 1) {
            faults.add(Effective.fault(unique, "names configuration and state together"));
        }
    }

    /** Whether the leaf is configuration. */
    private boolean follow(UniqueEffectiveStatement unique, Descendant path) {
        EffectiveStatement<?, ?> at = list;
        boolean configuration = config;
        for (QName step : path.getNodeIdentifiers()) {
            EffectiveStatement<?, ?> next = at instanceof SchemaTreeAwareEffectiveStatement<?, ?> parent
                    ? parent.findSchemaTreeNode(step).orElse(null)
                    : null;
            if (next == null || (at instanceof ListEffectiveStatement && !at.equals(list))) {
                faults.add(
                        Effective.fault(unique, "has no leaf '" + step.getLocalName() + "' of an entry of the list"));
                return configuration;
            }
            configuration &= Effective.config(next);
            at = next;
        }
        if (!(at instanceof LeafEffectiveStatement)) {
            faults.add(Effective.fault(unique, "names what is no leaf"));
        }
        return configuration;
    }
}
