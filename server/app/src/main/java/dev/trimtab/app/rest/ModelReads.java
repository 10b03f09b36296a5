package dev.trimtab.app.rest;

import dev.trimtab.apigen.Resource;
import dev.trimtab.apigen.Verb;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.read.VisibleTarget;
import dev.trimtab.model.Path;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** GET and HEAD of the resources of models. */
final class ModelReads {
    private static final Set<String> PARAMETERS = Set.of("depth", "content", "defaults");
    private static final int DEPTH_MAX = 65_535;
    private static final byte[] NO_ENTRIES = "[]".getBytes(StandardCharsets.US_ASCII);

    private final ReadService reads;

    ModelReads(ReadService reads) {
        this.reads = reads;
    }

    void get(Context ctx, Principal principal) {
        Query query = Query.of(ctx, PARAMETERS);
        Media media = Media.accepted(ctx);
        ModelRequest request = ModelRequest.of(ctx, principal, reads, Verb.GET);
        Content content = content(query);
        boolean defaults = query.truth("defaults", true);
        int depth = (int) query.number("depth", 0, DEPTH_MAX, 0);
        var options = new JsonWriter.Options(media.strict(), defaults, content, depth).withAnnotations();
        Optional<Match> match = match(request, options);

        String tag = EntityTag.of(request.visible(), content, media);
        ctx.header("ETag", tag).header("Vary", "Accept, Authorization").header("Cache-Control", "private, no-cache");
        String known = ctx.header("If-None-Match");
        if (known != null && EntityTag.matches(known, tag)) {
            ctx.status(304);
        } else {
            ctx.contentType(media.type());
            write(match, request.visible(), options, ctx);
        }
    }

    /** A target may be large, so its text is sent while it is made. */
    private static void write(Optional<Match> match, VisibleTarget visible, JsonWriter.Options options, Context ctx) {
        if (match.isEmpty()) {
            ctx.result(NO_ENTRIES);
            return;
        }
        try {
            visible.json(match.get(), options, ctx.outputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("the client takes no more", e);
        }
    }

    private static Content content(Query query) {
        String text = query.text("content");
        return switch (text == null ? "all" : text) {
            case "all" -> Content.ALL;
            case "config" -> Content.CONFIG;
            case "state" -> Content.STATE;
            default -> throw Json.malformed("content is '" + text + "', not config, state or all");
        };
    }

    /** What is read; empty for a list that could have entries and has none. */
    private static Optional<Match> match(ModelRequest request, JsonWriter.Options options) {
        VisibleTarget visible = request.visible();
        List<Match> matches = visible.find(request.path(), options.content(), options.defaults());
        if (!matches.isEmpty()) {
            return Optional.of(matches.getFirst());
        }
        if (request.place().kind() == Resource.Kind.LIST && entryAboveExists(request, options)) {
            return Optional.empty();
        }
        throw new Failure.NotFound(request.path() + " does not exist").asException();
    }

    /** A list without entries is there when the entry it belongs to is, or when it belongs to the target itself. */
    private static boolean entryAboveExists(ModelRequest request, JsonWriter.Options options) {
        Path above = request.path().parent();
        while (!above.isRoot() && above.elements().getLast().keys().isEmpty()) {
            above = above.parent();
        }
        return request.visible().visibility().visible(request.path())
                && (above.isRoot()
                        || !request.visible()
                                .find(above, options.content(), false)
                                .isEmpty());
    }
}
