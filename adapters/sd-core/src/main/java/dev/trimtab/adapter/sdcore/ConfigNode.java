package dev.trimtab.adapter.sdcore;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node of an RFC 7951 configuration that knows its path, so that whoever finds a fault in it can say where.
 *
 * @param json the node; a missing node stands for an empty container
 */
record ConfigNode(JsonNode json, Path path) {

    static ConfigNode root(JsonNode json) {
        return new ConfigNode(json, Path.ROOT);
    }

    /** The container, as if empty when it is not there. */
    ConfigNode container(String name) {
        return new ConfigNode(json.path(name), path.child(name));
    }

    /** The entries of a list in the order of their keys; of a top-level list, {@code name} is qualified by its module. */
    List<ConfigNode> list(String name, String key) {
        String plainName = name.substring(name.indexOf(':') + 1);
        List<ConfigNode> entries = new ArrayList<>();
        for (JsonNode entry : json.path(name)) {
            var element = new PathElement(plainName, Map.of(key, entry.path(key).asText()));
            entries.add(new ConfigNode(entry, path.child(element)));
        }
        entries.sort(Comparator.comparing(entry -> entry.json.path(key).asText()));
        return entries;
    }

    /** The entry that the leaf {@code reference} of {@code from} names. */
    ConfigNode entry(String name, String key, ConfigNode from, String reference) throws UntranslatableException {
        String wanted = from.text(reference);
        for (ConfigNode entry : list(name, key)) {
            if (entry.json.path(key).asText().equals(wanted)) {
                return entry;
            }
        }
        throw new UntranslatableException(from.path.child(reference), wanted, "refers to what does not exist");
    }

    boolean has(String leaf) {
        return json.hasNonNull(leaf);
    }

    String text(String leaf) throws UntranslatableException {
        return optionalText(leaf)
                .orElseThrow(() -> new UntranslatableException(path.child(leaf), "is needed by SD-Core"));
    }

    Optional<String> optionalText(String leaf) {
        return has(leaf) ? Optional.of(json.path(leaf).asText()) : Optional.empty();
    }

    /** A boolean that the model defaults to true. */
    boolean isOn(String leaf) {
        return json.path(leaf).asBoolean(true);
    }

    int number(String leaf) throws UntranslatableException {
        return Integer.parseInt(text(leaf));
    }

    int number(String leaf, int otherwise) {
        return optionalText(leaf).map(Integer::parseInt).orElse(otherwise);
    }

    int hexadecimal(String leaf) throws UntranslatableException {
        return Integer.parseInt(text(leaf), 16);
    }

    /**
     * An unsigned 64-bit number, which RFC 7951 writes as a string, exactly.
     *
     * @param most the largest that the backend can hold
     */
    BigInteger unsigned(String leaf, BigInteger most) throws UntranslatableException {
        String value = text(leaf);
        var number = new BigInteger(value);
        if (number.compareTo(most) > 0) {
            throw new UntranslatableException(path.child(leaf), value, "SD-Core holds at most " + most);
        }
        return number;
    }
}
