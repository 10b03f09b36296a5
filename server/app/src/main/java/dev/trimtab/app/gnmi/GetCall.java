package dev.trimtab.app.gnmi;

import dev.trimtab.codec.GnmiPrefix;
import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.read.VisibleTarget;
import dev.trimtab.model.TargetId;
import dev.trimtab.proto.gnmi.GetRequest;
import dev.trimtab.proto.gnmi.GetResponse;
import dev.trimtab.proto.gnmi.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Get: all paths from one snapshot, one notification each, in the order of the request.
 *
 * <p>Without paths it reads the prefix; with neither, everything. Defaults in use are values like any other. A model without marks
 * for operational state answers {@code OPERATIONAL} as it does {@code STATE}.
 */
final class GetCall {
    private final ReadService reads;
    private final InstantSource clock;

    GetCall(ReadService reads, InstantSource clock) {
        this.reads = reads;
        this.clock = clock;
    }

    GetResponse answer(Principal principal, GetRequest request) {
        GnmiPrefix prefix = GnmiPrefix.decode(request.getPrefix());
        List<Path> asked = request.getPathCount() == 0 ? List.of(Path.getDefaultInstance()) : request.getPathList();
        List<dev.trimtab.model.Path> absolute = new ArrayList<>(asked.size());
        for (Path path : asked) {
            absolute.add(prefix.resolve(path));
        }
        TargetId id = Requests.target(prefix);
        ValueEncoding encoding = ValueEncoding.of(request.getEncoding(), request.getEncodingValue());
        var options = new JsonWriter.Options(
                        encoding.strict(), true, content(request), Extensions.depth(request.getExtensionList(), "Get"))
                .withAnnotations();
        Requests.checkModels(request.getUseModelsList());
        VisibleTarget target = reads.read(principal, Action.READ, id);
        var reading = new Reading(target, prefix, request.getPrefix(), encoding, options, now());
        return answer(reading, asked, absolute);
    }

    private static Content content(GetRequest request) {
        return switch (request.getType()) {
            case ALL -> Content.ALL;
            case CONFIG -> Content.CONFIG;
            case STATE, OPERATIONAL -> Content.STATE;
            case UNRECOGNIZED -> throw Extensions.malformed("type " + request.getTypeValue() + " of data is not known");
        };
    }

    private long now() {
        return Timestamps.nanos(clock.instant());
    }

    /** Any path that fails fails the call; of several failures the one told is the most severe, then the first. */
    private static GetResponse answer(Reading reading, List<Path> asked, List<dev.trimtab.model.Path> absolute) {
        var answer = GetResponse.newBuilder();
        @Nullable FailureException worst = null;
        for (int i = 0; i < asked.size(); i++) {
            try {
                answer.addNotification(reading.notification(asked.get(i), absolute.get(i)));
            } catch (FailureException e) {
                worst = worst == null || severity(e) > severity(worst) ? e : worst;
            }
        }
        if (worst != null) {
            throw worst;
        }
        return answer.build();
    }

    private static int severity(FailureException thrown) {
        return switch (thrown.failure()) {
            case Failure.NotFound _ -> 0;
            case Failure.UnknownNode _ -> 1;
            default -> 2;
        };
    }
}
