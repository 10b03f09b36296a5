package dev.trimtab.cli;

import dev.trimtab.cli.client.ApiRequest;
import java.time.Duration;
import java.util.UUID;
import picocli.CommandLine.Option;

/** How a change is made. */
final class ChangeOptions {
    @Option(names = "--comment", paramLabel = "TEXT", description = "why, for the history; up to 1,000 characters")
    private String comment = "";

    @Option(names = "--dry-run", description = "validates and prints the difference; nothing is changed")
    private boolean dryRun;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "waits up to so long until the target's backend has applied the change")
    private int waitSeconds;

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "the key of an earlier try: what that one has done is not done again")
    private String idempotencyKey = "";

    boolean dryRun() {
        return dryRun;
    }

    boolean waits() {
        return waitSeconds > 0;
    }

    /** The request with everything that the options ask for. */
    ApiRequest apply(ApiRequest request) {
        // A header cannot carry every character of a comment; the query can.
        ApiRequest asked = comment.isEmpty() ? request : request.query("comment", comment);
        if (dryRun) {
            return asked.query("dry-run", "true");
        }
        String key = idempotencyKey.isEmpty() ? UUID.randomUUID().toString() : idempotencyKey;
        asked = asked.header("Idempotency-Key", key);
        return waits()
                ? asked.header("Prefer", "wait=" + waitSeconds).longerBy(Duration.ofSeconds(waitSeconds))
                : asked;
    }
}
