package dev.trimtab.core.xpath;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.model.api.CaseSchemaNode;
import org.opendaylight.yangtools.yang.model.api.ChoiceSchemaNode;
import org.opendaylight.yangtools.yang.model.api.DataSchemaNode;

/**
 * One choice, and the case of it that something lies in.
 *
 * @param choice the name under which yangtools stores the choice's nodes
 * @param caseName the case
 * @param members nodes and choices directly in the case
 * @param isDefault whether the case is its choice's default
 */
public record CaseStep(NodeIdentifier choice, QName caseName, Set<QName> members, boolean isDefault) {

    static CaseStep of(ChoiceSchemaNode choice, CaseSchemaNode inCase) {
        boolean isDefault = choice.getDefaultCase()
                .filter(theDefault -> theDefault.getQName().equals(inCase.getQName()))
                .isPresent();
        Set<QName> members =
                inCase.getChildNodes().stream().map(DataSchemaNode::getQName).collect(Collectors.toUnmodifiableSet());
        return new CaseStep(NodeIdentifier.create(choice.getQName()), inCase.getQName(), members, isDefault);
    }

    /** Whether a node of the case is stored in {@code choiceNode}, the choice's stored nodes. */
    public boolean isSelected(@Nullable DataContainerNode choiceNode) {
        return choiceNode != null
                && choiceNode.body().stream()
                        .anyMatch(node -> members.contains(node.name().getNodeType()));
    }

    /** Whether nodes of the case that are not stored may be in use: it is selected, or no case is and it is the default. */
    boolean mayBeInUse(@Nullable DataContainerNode choiceNode) {
        return (choiceNode == null || choiceNode.isEmpty()) ? isDefault : isSelected(choiceNode);
    }
}
