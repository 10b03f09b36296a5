package dev.trimtab.core.xpath;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.opendaylight.yangtools.yang.common.QNameModule;
import org.opendaylight.yangtools.yang.model.api.AugmentationSchemaNode;
import org.opendaylight.yangtools.yang.model.api.AugmentationTarget;
import org.opendaylight.yangtools.yang.model.api.DataNodeContainer;
import org.opendaylight.yangtools.yang.model.api.DataSchemaNode;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.opendaylight.yangtools.yang.model.api.EffectiveStatementEquivalent;
import org.opendaylight.yangtools.yang.model.api.UsesNode;
import org.opendaylight.yangtools.yang.model.api.meta.EffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.WhenEffectiveStatement;

/** Finds the {@code when} statements that a node depends on. Source: RFC 7950 section 7.21.5. */
final class Whens {
    private Whens() {}

    static List<When> ofDataNode(DataSchemaNode node) {
        return read(node, node.getQName().getModule(), false);
    }

    static List<When> ofChoiceOrCase(DataSchemaNode node) {
        return read(node, node.getQName().getModule(), true);
    }

    /** Those of the augments and uses that brought {@code child} into {@code target}: a data node, a choice, a case, or the root. */
    static List<When> around(Object target, DataSchemaNode child) {
        List<When> found = new ArrayList<>();
        QNameModule module = child.getQName().getModule();
        if (target instanceof AugmentationTarget augmented) {
            for (AugmentationSchemaNode augment : augmented.getAvailableAugmentations()) {
                if (augment.dataChildByName(child.getQName()) != null) {
                    found.addAll(read(augment, module, true));
                    addUses(augment.getUses(), child, found);
                }
            }
        }
        if (target instanceof EffectiveModelContext model) {
            model.findModule(module).ifPresent(each -> addUses(each.getUses(), child, found));
        } else if (target instanceof DataNodeContainer container) {
            addUses(container.getUses(), child, found);
        }
        return found;
    }

    /** A grouping's nodes take the module of the place that uses it: they are known by their local names. */
    private static void addUses(Collection<? extends UsesNode> uses, DataSchemaNode child, List<When> found) {
        for (UsesNode use : uses) {
            boolean brought = use.getSourceGrouping().getChildNodes().stream()
                    .anyMatch(node -> node.getQName()
                            .getLocalName()
                            .equals(child.getQName().getLocalName()));
            if (brought && child.isAddedByUses()) {
                found.addAll(read(use, child.getQName().getModule(), true));
                addUses(use.getSourceGrouping().getUses(), child, found);
            }
        }
    }

    private static List<When> read(Object statement, QNameModule module, boolean onParent) {
        return effective(statement)
                .streamEffectiveSubstatements(WhenEffectiveStatement.class)
                .map(when -> new When(XPathCompiler.bound(when.argument()), module, onParent))
                .toList();
    }

    private static EffectiveStatement<?, ?> effective(Object statement) {
        return switch (statement) {
            case EffectiveStatement<?, ?> itself -> itself;
            case EffectiveStatementEquivalent<?> equivalent -> equivalent.asEffectiveStatement();
            default -> throw new IllegalStateException("not a statement: " + statement);
        };
    }
}
