package dev.trimtab.core.model;

import java.util.List;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifier;
import org.opendaylight.yangtools.yang.model.api.CaseSchemaNode;
import org.opendaylight.yangtools.yang.model.api.ChoiceSchemaNode;
import org.opendaylight.yangtools.yang.model.api.DataSchemaNode;

/**
 * A choice and the case of it that a node lies in.
 *
 * @param choice the choice's name
 * @param caseName the case's name
 * @param choiceNode the choice in yangtools' schema, with its {@code mandatory} and {@code when}
 * @param caseNode the case in yangtools' schema, with its {@code when}
 * @param id the choice as yangtools' paths name it
 * @param isDefault whether the case is the choice's default
 * @param otherCases the children of the choice's other cases, data nodes and inner choices, which must go when a node of this
 *     case comes
 */
public record ChoiceStep(
        QName choice,
        QName caseName,
        ChoiceSchemaNode choiceNode,
        CaseSchemaNode caseNode,
        NodeIdentifier id,
        boolean isDefault,
        List<DataSchemaNode> otherCases) {

    static ChoiceStep of(ChoiceSchemaNode choice, CaseSchemaNode inCase) {
        List<DataSchemaNode> others = choice.getCases().stream()
                .filter(other -> !other.getQName().equals(inCase.getQName()))
                .<DataSchemaNode>flatMap(other -> other.getChildNodes().stream())
                .toList();
        boolean isDefault = choice.getDefaultCase()
                .map(theDefault -> theDefault.getQName().equals(inCase.getQName()))
                .orElse(false);
        return new ChoiceStep(
                choice.getQName(),
                inCase.getQName(),
                choice,
                inCase,
                NodeIdentifier.create(choice.getQName()),
                isDefault,
                others);
    }
}
