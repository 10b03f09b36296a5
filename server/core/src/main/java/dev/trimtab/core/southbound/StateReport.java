package dev.trimtab.core.southbound;

import dev.trimtab.core.model.Edit;
import dev.trimtab.core.target.Targets;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows how one target's backend stands, under {@code /system/targets/target/state} of the target {@code system}. */
final class StateReport {
    private static final int ERROR_MAX = 1024;

    private final Targets targets;
    private final InstantSource clock;
    private final Path entry;
    private final Path state;
    private boolean ended;

    StateReport(TargetId target, Targets targets, InstantSource clock) {
        this.targets = targets;
        this.clock = clock;
        this.entry = Path.parse("/system/targets").child(new PathElement("target", Map.of("name", target.value())));
        this.state = entry.child("state");
    }

    void term(long term) {
        put(leaf("term", Long.toString(term)), leaf("connection", "connecting"), leaf("sync", "pending"));
    }

    /** The target has no backend: nothing else is known of it. */
    void unconnected() {
        report(List.of(new Edit.Delete(state, "{}"), leaf("connection", "none"), leaf("sync", "none")));
    }

    /** The target is gone. */
    void removed() {
        report(List.of(new Edit.Delete(entry, "{}")));
    }

    /** Reports nothing any more: a reconciler that is still busy does not speak for the one that follows it. */
    synchronized void end() {
        ended = true;
    }

    void intended(Revision revision) {
        put(leaf("intended-revision", revision.toString()));
    }

    void disconnected() {
        put(leaf("connection", "connecting"), leaf("sync", "unreachable"));
    }

    void connected() {
        put(leaf("connection", "connected"));
    }

    void pending() {
        put(leaf("sync", "pending"));
    }

    void applied(Revision revision) {
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.Delete(state.child("last-error"), "\"\""));
        edits.add(leaf("sync", "in-sync"));
        edits.add(leaf("applied-revision", revision.toString()));
        edits.add(contact());
        report(edits);
    }

    void refused(String reason) {
        put(leaf("sync", "refused"), error(reason), contact());
    }

    void unreachable(String reason) {
        put(leaf("sync", "unreachable"), error(reason));
    }

    private Edit error(String reason) {
        return leaf("last-error", reason.length() > ERROR_MAX ? reason.substring(0, ERROR_MAX) : reason);
    }

    private Edit contact() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return leaf("last-contact", now.toString());
    }

    private void put(Edit... edits) {
        report(List.of(edits));
    }

    private synchronized void report(List<Edit> edits) {
        if (!ended) {
            targets.report(TargetId.SYSTEM, edits, clock.instant());
        }
    }

    /** RFC 7951 writes 64-bit numbers, enumerations and text all as strings. */
    private Edit leaf(String name, String text) {
        var json = new StringWriter();
        try (var out = new com.fasterxml.jackson.core.JsonFactory().createGenerator(json)) {
            out.writeString(text);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return new Edit.Put(state.child(name), json.toString(), null);
    }
}
