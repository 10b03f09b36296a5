package dev.trimtab.app.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.read.VisibleTarget;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the server observes of targets and models, as the target {@code system} has it. */
final class SystemState {
    private static final JsonWriter.Options PLAIN = new JsonWriter.Options(false, false, Content.STATE, 0);

    private final ReadService reads;

    SystemState(ReadService reads) {
        this.reads = reads;
    }

    /** Adds the container at {@code path} as the member {@code state}, where there is one that {@code principal} may see. */
    void add(Principal principal, Path path, ObjectNode json) {
        find(principal, path).ifPresent(text -> json.putRawValue("state", new RawValue(text)));
    }

    private Optional<String> find(Principal principal, Path path) {
        try {
            VisibleTarget system = reads.read(principal, Action.READ, TargetId.SYSTEM);
            Optional<Match> match =
                    system.find(path, Content.STATE, false).stream().findFirst();
            return match.map(found -> new String(system.json(found, PLAIN), StandardCharsets.UTF_8));
        } catch (FailureException _) {
            return Optional.empty(); // hidden from the caller, who may see the rest all the same
        }
    }
}
