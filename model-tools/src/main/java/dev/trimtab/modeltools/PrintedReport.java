package dev.trimtab.modeltools;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.trimtab.core.compatibility.CompatibilityReport;
import dev.trimtab.core.compatibility.Finding;
import dev.trimtab.core.compatibility.Impact;
import dev.trimtab.core.compatibility.VersionChange;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A report as people and as programs read it.
 *
 * @param old what the old version is called
 * @param now what the new version is called
 * @param declared how far apart the version numbers are; empty if they are not known
 */
record PrintedReport(CompatibilityReport report, String old, String now, Optional<VersionChange> declared) {
    private static final JsonFactory JSON = new JsonFactory();

    boolean honest() {
        return declared.map(report::isHonest).orElse(true);
    }

    /** A line for each finding, then the verdict. */
    String text() {
        var text = new StringBuilder();
        for (Finding finding : report.findings()) {
            String line = "%-12s  %s: %s: %s"
                    .formatted(word(finding.impact()), finding.where(), finding.what(), finding.message());
            text.append(line).append('\n');
        }
        String counts = Arrays.stream(Impact.values())
                .map(impact -> count(impact) + " " + word(impact))
                .collect(Collectors.joining(", "));
        return text.append(old)
                .append(" -> ")
                .append(now)
                .append(": ")
                .append(counts)
                .append(". ")
                .append(verdict())
                .append('\n')
                .toString();
    }

    private long count(Impact impact) {
        return report.findings().stream()
                .filter(finding -> finding.impact() == impact)
                .count();
    }

    private String verdict() {
        String needed = switch (report.needed()) {
            case NONE -> "The versions do not differ";
            case PATCH -> "A patch version is enough";
            case MINOR -> "A minor version is needed";
            case MAJOR -> "A major version is needed";
        };
        String given = declared.map(step -> switch (step) {
                    case NONE -> ", and the version is the same";
                    case PATCH -> ", and it is a patch version";
                    case MINOR -> ", and it is a minor version";
                    case MAJOR -> ", and it is a major version";
                })
                .orElse("");
        return needed + given + (honest() ? "." : ": the version number promises too much.");
    }

    /** One object: versions, verdict, findings. */
    String json() {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("old", old);
            json.writeStringField("new", now);
            json.writeStringField("needed", word(report.needed()));
            if (declared.isPresent()) {
                json.writeStringField("declared", word(declared.get()));
            }
            json.writeBooleanField("honest", honest());
            json.writeArrayFieldStart("findings");
            for (Finding finding : report.findings()) {
                write(finding, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.append('\n').toString();
    }

    private static void write(Finding finding, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("impact", word(finding.impact()));
        json.writeStringField("where", finding.where());
        json.writeStringField("what", finding.what());
        json.writeStringField("message", finding.message());
        json.writeEndObject();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
