package dev.trimtab.core.transaction;

import dev.trimtab.core.model.Annotations;
import dev.trimtab.core.model.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.PathArgument;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNodes;

/** The nodes that a command's writes name, be it only with annotations, as a tree of their paths. */
final class Payload {
    private final Map<PathArgument, Payload> below = new HashMap<>();
    private final List<NormalizedNode> written = new ArrayList<>();

    static Payload of(List<Step> steps) {
        var payload = new Payload();
        for (Step step : steps) {
            if (step instanceof Step.Write(var _, Instance at, NormalizedNode node, var annotations)) {
                payload.add(at.id(), node);
                annotations.forEach(entry -> payload.add(Annotations.node(entry), entry));
            }
        }
        return payload;
    }

    /** Says that a write at {@code id} names {@code node} too. */
    void add(YangInstanceIdentifier id, NormalizedNode node) {
        Payload at = this;
        for (PathArgument step : id.getPathArguments()) {
            at = at.below.computeIfAbsent(step, _ -> new Payload());
        }
        at.written.add(node);
    }

    /** Whether a write names the node {@code id}: it writes the node, something around it that has it, or something below it. */
    boolean names(YangInstanceIdentifier id) {
        Payload at = this;
        List<PathArgument> steps = id.getPathArguments();
        for (int i = 0; i < steps.size(); i++) {
            if (at.hasWritten(steps.subList(i, steps.size()))) {
                return true;
            }
            at = at.below.get(steps.get(i));
            if (at == null) {
                return false;
            }
        }
        return true;
    }

    private boolean hasWritten(List<PathArgument> relative) {
        return written.stream()
                .anyMatch(node -> NormalizedNodes.findNode(node, relative).isPresent());
    }
}
