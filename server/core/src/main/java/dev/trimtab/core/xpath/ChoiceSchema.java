package dev.trimtab.core.xpath;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;

/**
 * One choice below a data node.
 *
 * @param name the choice
 * @param mandatory whether one of its cases must be selected
 * @param outer the cases that it lies in itself, from the outermost
 * @param cases its own cases
 * @param whens conditions on it and on the cases around it
 */
public record ChoiceSchema(
        QName name, boolean mandatory, List<CaseStep> outer, List<CaseStep> cases, List<When> whens) {

    /** The nodes stored in the choice below {@code parent}; null when no case is selected. */
    public @Nullable DataContainerNode stored(XNode parent) {
        DataContainerNode at = parent.storedIn(outer);
        return at != null && at.childByArg(NodeIdentifier.create(name)) instanceof DataContainerNode node ? node : null;
    }
}
