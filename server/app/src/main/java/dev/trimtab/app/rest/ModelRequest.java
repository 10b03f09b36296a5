package dev.trimtab.app.rest;

import dev.trimtab.apigen.Resource;
import dev.trimtab.apigen.Verb;
import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.read.VisibleTarget;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the URL {@code /{model}/{version}/{target}/...} names, seen with the principal's eyes.
 *
 * @param root URL of the target's whole configuration
 */
record ModelRequest(TargetId target, VisibleTarget visible, ResourcePath place, String root) {
    private static final int SEGMENTS_BEFORE_PATH = 3;

    /**
     * Resolves the URL and checks that the resource knows the verb.
     *
     * @throws dev.trimtab.core.failure.FailureException with {@code NotFound}, {@code UnknownNode} or {@code Malformed}
     */
    static ModelRequest of(Context ctx, Principal principal, ReadService reads, Verb verb) {
        List<String> segments = Urls.segments(ctx.req().getRequestURI());
        TargetId target = target(segments.get(2));
        VisibleTarget visible = reads.read(principal, Action.READ, target);
        requireModel(visible.model().id(), segments);
        ResourcePath place = ResourcePath.of(visible.model(), segments.subList(SEGMENTS_BEFORE_PATH, segments.size()));
        requireVerb(ctx, place, verb);
        String root = "/" + segments.get(0) + "/" + segments.get(1) + "/" + target;
        return new ModelRequest(target, visible, place, root);
    }

    /** A name that no target can have is a target that does not exist. */
    static TargetId target(String name) {
        try {
            return new TargetId(name);
        } catch (IllegalArgumentException e) {
            throw new Failure.NotFound(String.valueOf(e.getMessage())).asException();
        }
    }

    private static void requireModel(ModelId model, List<String> segments) {
        if (!model.name().equals(segments.get(0)) || !model.pathVersion().equals(segments.get(1))) {
            throw new Failure.NotFound("target " + segments.get(2) + " has model " + model + ": its URLs begin with /"
                            + model.name() + "/" + model.pathVersion())
                    .asException();
        }
    }

    private static void requireVerb(Context ctx, ResourcePath place, Verb verb) {
        var verbs = Resource.verbs(place.node(), place.kind());
        if (!verbs.contains(verb)) {
            ctx.header("Allow", verbs.stream().map(Verb::name).collect(Collectors.joining(", ")));
            throw ProblemException.ofStatus(405, place.path() + " does not know " + verb);
        }
    }

    Path path() {
        return place.path();
    }

    /** URL of a node of this target. */
    String url(Path path) {
        return Urls.of(root, visible.model().root(), path);
    }
}
