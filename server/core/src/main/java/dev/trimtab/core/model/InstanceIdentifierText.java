package dev.trimtab.core.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeWithValue;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.PathArgument;

/** Reads the text of one instance-identifier: {@code /module:list[key='value']/leaf-list[.='value']}. */
final class InstanceIdentifierText {
    private final String text;
    private final List<PathArgument> steps = new ArrayList<>();
    private SchemaNode node;
    private int at;

    InstanceIdentifierText(String text, SchemaNode root) {
        this.text = text;
        this.node = root;
    }

    YangInstanceIdentifier read() {
        if (text.isEmpty()) {
            throw wrong("it names no node");
        }
        while (at < text.length()) {
            step();
        }
        return YangInstanceIdentifier.of(steps);
    }

    private void step() {
        if (text.charAt(at++) != '/') {
            throw wrong("a '/' is missing");
        }
        String name = until("/[");
        SchemaNode child = node.child(name);
        if (child == null || name.startsWith(Annotations.NAME)) {
            throw wrong("no node '" + name + "'");
        }
        child.choices().forEach(choice -> steps.add(choice.id()));
        steps.add(child.id());
        node = child;
        if (at < text.length() && text.charAt(at) == '[') {
            predicates();
        }
    }

    private void predicates() {
        Map<String, String> values = new HashMap<>();
        while (at < text.length() && text.charAt(at) == '[') {
            at++;
            String name = until("=").strip();
            at++;
            values.put(name.substring(name.indexOf(':') + 1), quoted());
        }
        steps.add(
                switch (node.kind()) {
                    case LIST -> entry(values);
                    case LEAF_LIST ->
                        new NodeWithValue<>(node.qname(), node.type().parse(value(values, ".")));
                    default -> throw wrong("'" + node.name() + "' has no entries");
                });
    }

    private PathArgument entry(Map<String, String> values) {
        Map<QName, Object> keys = new HashMap<>();
        for (SchemaNode key : node.keyNodes()) {
            keys.put(key.qname(), key.type().parse(value(values, key.name())));
        }
        if (keys.size() != values.size() || keys.isEmpty()) {
            throw wrong("the keys of '" + node.name() + "' are " + node.keys());
        }
        return NodeIdentifierWithPredicates.of(node.qname(), keys);
    }

    private String value(Map<String, String> values, String name) {
        @Nullable String value = values.get(name);
        if (value == null) {
            throw wrong("'" + node.name() + "' needs [" + name + "=...]");
        }
        return value;
    }

    private String quoted() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        char quote = at < text.length() ? text.charAt(at) : 0;
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            throw wrong("a quoted value is missing");
        }
        String value = text.substring(at + 1, end);
        at = end + 1;
        if (!until("]").isBlank() || at == text.length()) {
            throw wrong("a ']' is missing");
        }
        at++;
        return value;
    }

    private String until(String ends) {
        int from = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private InvalidValueException wrong(String reason) {
        return InvalidValueException.type(
                "'" + text + "' is no instance-identifier: at character " + at + " " + reason);
    }
}
