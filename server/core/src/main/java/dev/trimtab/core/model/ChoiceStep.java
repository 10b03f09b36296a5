package dev.trimtab.core.model;

import java.util.List;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifier;
import org.opendaylight.yangtools.yang.model.api.CaseSchemaNode;
import org.opendaylight.yangtools.yang.model.api.ChoiceSchemaNode;

/**
 * A choice and the case of it that a node lies in.
 *
 * @param choice the choice's name
 * @param caseName the case's name
 * @param choiceNode the choice in yangtools' schema, with its {@code mandatory} and {@code when}
 * @param caseNode the case in yangtools' schema, with its {@code when}
 * @param id the choice as yangtools' paths name it
 * @param isDefault whether the case is the choice's default
 * @param otherCases what yangtools' paths call the children of the choice's other cases: the data nodes and inner choices that
 *     must go when a node of this case comes
 */
public record ChoiceStep(
        QName choice,
        QName caseName,
        ChoiceSchemaNode choiceNode,
        CaseSchemaNode caseNode,
        NodeIdentifier id,
        boolean isDefault,
        List<NodeIdentifier> otherCases) {

    static ChoiceStep of(ChoiceSchemaNode choice, CaseSchemaNode inCase) {
        List<NodeIdentifier> others = choice.getCases().stream()
                .filter(other -> !other.getQName().equals(inCase.getQName()))
                .flatMap(other -> other.getChildNodes().stream())
                .map(child -> NodeIdentifier.create(child.getQName()))
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
