package dev.trimtab.core.yang;

import java.util.List;
import java.util.Map;
import org.opendaylight.yangtools.yang.ir.IRStatement;

/** What is current refers to nothing older in its module, what is deprecated to nothing obsolete (RFC 7950 section 7.21.2). */
final class StatusRules {
    private static final List<String> FROM_NEW_TO_OLD = List.of("current", "deprecated", "obsolete");

    /** Statements that refer, and what they refer to. */
    private static final Map<String, String> REFERENCES =
            Map.of("type", "typedef", "uses", "grouping", "base", "identity", "if-feature", "feature");

    private final Definitions definitions;
    private final List<Fault> faults;

    StatusRules(Definitions definitions, List<Fault> faults) {
        this.definitions = definitions;
        this.faults = faults;
    }

    void check(Node node) {
        String keyword = REFERENCES.get(node.statement().keyword().identifier());
        if (keyword == null || node.statement().keyword().prefix() != null) {
            return;
        }
        Node definition = definitions.find(node, keyword, node.argument());
        if (definition == null
                || !definition.source().moduleName().equals(node.source().moduleName())) {
            return;
        }
        int own = status(node);
        int referred = status(definition);
        if (referred > own) {
            faults.add(node.fault("is " + FROM_NEW_TO_OLD.get(referred) + ", and " + FROM_NEW_TO_OLD.get(own)
                    + " statements of its module must not refer to it"));
        }
    }

    /** The oldest status of the statement and those around it: what is within the obsolete is as obsolete. */
    private static int status(Node node) {
        int oldest = 0;
        for (Node at = node; at != null; at = at.parent()) {
            IRStatement status = Statements.child(at.statement(), "status");
            if (status != null) {
                oldest = Math.max(oldest, FROM_NEW_TO_OLD.indexOf(Statements.argument(status)));
            }
        }
        return oldest;
    }
}
