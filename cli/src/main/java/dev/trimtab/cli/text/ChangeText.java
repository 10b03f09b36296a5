package dev.trimtab.cli.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a change led to, or would lead to, as the API's document says it; for people. */
public final class ChangeText {
    /**
     * One line.
     *
     * @param kind what happened to the text
     */
    public record Line(Kind kind, String text) {}

    /** Whether a line says what goes or what comes. */
    public enum Kind {
        REMOVED,
        ADDED,
        OTHER
    }

    private ChangeText() {}

    /** {@code transaction 7 committed} and a line for each target. */
    public static List<String> committed(JsonNode change) {
        if (!change.path("changed").asBoolean(true)) {
            return List.of("nothing to change");
        }
        List<String> lines = new ArrayList<>();
        lines.add("transaction " + Plain.of(change.path("transaction")) + " committed");
        change.path("targets").forEach(target -> lines.add("  " + target(target)));
        return lines;
    }

    /** {@code acme: revision 3, applied}. */
    private static String target(JsonNode target) {
        String revision = Plain.of(target.path("revision"));
        String line = Plain.of(target.path("target")) + (revision.isEmpty() ? "" : ": revision " + revision);
        String status = Plain.of(target.path("status"));
        String reason = Plain.of(target.path("reason"));
        return line + (status.isEmpty() ? "" : ", " + status) + (reason.isEmpty() ? "" : ": " + reason);
    }

    /** Under each target's name the leaves that go, with a minus, and those that come, with a plus. */
    public static List<Line> difference(JsonNode targets) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode target : targets) {
            lines.add(new Line(Kind.OTHER, target(target)));
            migrated(lines, target);
            for (JsonNode edit : target.path("edits")) {
                String path = Plain.of(edit.path("path"));
                add(lines, Kind.REMOVED, "- " + path, edit.path("before"));
                add(lines, Kind.ADDED, "+ " + path, edit.path("after"));
            }
        }
        return lines;
    }

    /** What a migration did not carry over as it was, each with its reason; or why there is none. */
    private static void migrated(List<Line> lines, JsonNode target) {
        for (JsonNode note : target.path("migrated").path("notes")) {
            String reason = "  (" + Plain.of(note.path("reason")) + ")";
            if (note.has("before")) {
                String from = Plain.of(note.has("from") ? note.path("from") : note.path("to"));
                lines.add(new Line(Kind.REMOVED, "- " + from + " = " + Plain.of(note.path("before")) + reason));
            }
            if (note.has("after")) {
                String to = Plain.of(note.has("to") ? note.path("to") : note.path("from"));
                lines.add(new Line(Kind.ADDED, "+ " + to + " = " + Plain.of(note.path("after")) + reason));
            }
        }
        JsonNode problem = target.path("problem");
        if (!problem.isMissingNode()) {
            lines.add(new Line(Kind.OTHER, "  cannot be migrated: " + Plain.of(problem.path("detail"))));
            problem.path("violations")
                    .forEach(violation -> lines.add(new Line(
                            Kind.OTHER,
                            "  " + Plain.of(violation.path("path")) + ": " + Plain.of(violation.path("message")))));
        }
    }

    /** A line a leaf; entries of a list that is written as a whole are one value, since only the model knows their keys. */
    private static void add(List<Line> lines, Kind kind, String start, JsonNode value) {
        if (value.isObject() && !value.isEmpty()) {
            value.properties()
                    .forEach(member -> add(lines, kind, start + "/" + name(member.getKey()), member.getValue()));
        } else if (!value.isMissingNode()) {
            lines.add(new Line(kind, start + " = " + Plain.of(value)));
        }
    }

    /** Without its module's name. */
    private static String name(String member) {
        return Plain.safe(member.substring(member.indexOf(':') + 1));
    }
}
