package dev.trimtab.pluginhost;

import dev.trimtab.model.Path;
import dev.trimtab.model.Violation;
import dev.trimtab.proto.plugin.v1.ChangedNode;

/** What hooks are asked and answer as the contract's messages, and back. */
final class HookCodec {
    private HookCodec() {}

    static ChangedNode encode(dev.trimtab.model.ChangedNode node) {
        var message = ChangedNode.newBuilder().setPath(node.path().toString());
        if (node.before() != null) {
            message.setBefore(node.before());
        }
        if (node.after() != null) {
            message.setAfter(node.after());
        }
        return message.build();
    }

    /** @throws IllegalArgumentException for a path that is none */
    static dev.trimtab.model.ChangedNode decode(ChangedNode message) {
        return new dev.trimtab.model.ChangedNode(
                Path.parse(message.getPath()),
                message.hasBefore() ? message.getBefore() : null,
                message.hasAfter() ? message.getAfter() : null);
    }

    static dev.trimtab.proto.plugin.v1.Violation encode(Violation violation) {
        return dev.trimtab.proto.plugin.v1.Violation.newBuilder()
                .setPath(violation.path().toString())
                .setRule(violation.rule())
                .setMessage(violation.message())
                .build();
    }

    /** @throws IllegalArgumentException for a path that is none */
    static Violation decode(dev.trimtab.proto.plugin.v1.Violation message) {
        String rule = message.getRule().isEmpty() ? "plugin" : message.getRule();
        return new Violation(Path.parse(message.getPath()), rule, null, message.getMessage(), null);
    }
}
