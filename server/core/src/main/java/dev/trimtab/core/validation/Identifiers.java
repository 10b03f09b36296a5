package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.CaseStep;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XSchema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeWithValue;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.PathArgument;

/** Instances as yangtools names them, with the choices on the way. */
final class Identifiers {
    private Identifiers() {}

    static YangInstanceIdentifier of(XNode node) {
        Deque<PathArgument> steps = new ArrayDeque<>();
        for (XNode at = node; at != null && at.parent() != null; at = at.parent()) {
            if (at.schema().repeats()) {
                steps.addFirst(Address.entry(at));
            }
            steps.addFirst(at.schema().node().id());
            at.schema().cases().reversed().forEach(step -> steps.addFirst(step.choice()));
        }
        return YangInstanceIdentifier.of(List.copyOf(steps));
    }

    /** A child that need not exist; a list or leaf-list as a whole. */
    static YangInstanceIdentifier of(XNode parent, XSchema child) {
        YangInstanceIdentifier id = of(parent);
        for (CaseStep step : child.cases()) {
            id = id.node(step.choice());
        }
        return id.node(child.node().id());
    }

    /** Whether a configuration node, or at least one entry where a list as a whole is named, exists; stored or not. */
    static boolean exists(XNode root, YangInstanceIdentifier id) {
        return find(root, id) != null;
    }

    /**
     * The configuration node that {@code id} names, stored or not; null if it does not exist. Of a list or leaf-list as a whole, its
     * first entry.
     */
    static @Nullable XNode find(XNode root, YangInstanceIdentifier id) {
        @Nullable XNode at = root;
        @Nullable XSchema list = null;
        for (PathArgument step : id.getPathArguments()) {
            XSchema child = at.schema().child(step.getNodeType());
            if (list != null) {
                at = entry(at, list, step);
                list = null;
            } else if (child == null) {
                at = isChoice(at.schema(), step.getNodeType()) ? at : null;
            } else if (child.repeats()) {
                list = child;
            } else {
                at = at.firstChild(child);
            }
            if (at == null) {
                return null;
            }
        }
        return list == null ? at : at.firstChild(list);
    }

    private static @Nullable XNode entry(XNode parent, XSchema list, PathArgument step) {
        return switch (step) {
            case NodeIdentifierWithPredicates key -> parent.entry(list, key);
            case NodeWithValue<?> value -> parent.value(list, value);
            default -> null;
        };
    }

    private static boolean isChoice(XSchema parent, QName name) {
        return parent.choices().stream().anyMatch(choice -> choice.name().equals(name));
    }

    static XSchema root(XSchema node) {
        XSchema at = node;
        for (XSchema up = at; up != null; up = up.parent()) {
            at = up;
        }
        return at;
    }

    static Stream<XSchema> all(XSchema node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(Identifiers::all));
    }
}
