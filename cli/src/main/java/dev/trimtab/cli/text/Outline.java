package dev.trimtab.cli.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A configuration as text for people.
 *
 * <p>Of an object first its leaves, one a line, then what is below, indented under its name. A list whose entries have only leaves is a
 * table; of another, each entry is an object that begins with a dash.
 */
public final class Outline {
    private static final String INDENT = "  ";

    private Outline() {}

    /** One line a leaf or a row; none when there is nothing. */
    public static List<String> lines(JsonNode node) {
        if (node.isObject()) {
            return object(node);
        }
        if (isList(node)) {
            return list(node);
        }
        return node.isMissingNode() ? List.of() : List.of(Plain.of(node));
    }

    private static List<String> object(JsonNode object) {
        List<List<String>> leaves = new ArrayList<>();
        List<String> below = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (isLeaf(member.getValue())) {
                leaves.add(List.of(Plain.safe(member.getKey()), Plain.of(member.getValue())));
            } else {
                below.add(Plain.safe(member.getKey()));
                lines(member.getValue()).forEach(line -> below.add(INDENT + line));
            }
        }
        List<String> lines = new ArrayList<>(Table.aligned(leaves));
        lines.addAll(below);
        return lines;
    }

    private static List<String> list(JsonNode list) {
        boolean flat =
                entries(list).allMatch(entry -> entry.properties().stream().allMatch(m -> isLeaf(m.getValue())));
        return flat ? table(list) : outlines(list);
    }

    private static List<String> table(JsonNode list) {
        Set<String> columns = new LinkedHashSet<>();
        entries(list).forEach(entry -> entry.fieldNames().forEachRemaining(columns::add));
        var table = new Table(columns.stream().map(Plain::safe).toList());
        entries(list)
                .forEach(entry -> table.row(columns.stream()
                        .map(column -> Plain.of(entry.path(column)))
                        .toList()));
        return table.lines();
    }

    private static List<String> outlines(JsonNode list) {
        List<String> lines = new ArrayList<>();
        for (JsonNode entry : list) {
            String lead = "- ";
            for (String line : lines(entry)) {
                lines.add(lead + line);
                lead = INDENT;
            }
        }
        return lines;
    }

    private static Stream<JsonNode> entries(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** A leaf or a leaf-list; an empty container is neither. */
    private static boolean isLeaf(JsonNode node) {
        return !node.isObject() && !isList(node);
    }

    private static boolean isList(JsonNode node) {
        return node.isArray() && !node.isEmpty() && entries(node).allMatch(JsonNode::isObject);
    }
}
