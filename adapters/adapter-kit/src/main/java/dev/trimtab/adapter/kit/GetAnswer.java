package dev.trimtab.adapter.kit;

import dev.trimtab.codec.GnmiPaths;
import dev.trimtab.codec.GnmiPrefix;
import dev.trimtab.codec.GnmiValues;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.Existence;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.model.Path;
import dev.trimtab.model.Value;
import dev.trimtab.proto.gnmi.Encoding;
import dev.trimtab.proto.gnmi.GetRequest;
import dev.trimtab.proto.gnmi.GetResponse;
import dev.trimtab.proto.gnmi.Notification;
import dev.trimtab.proto.gnmi.Update;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** Answers a Get: one notification a path, one JSON value for each place that the path matches. */
final class GetAnswer {
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final LoadedModel model;
    private final @Nullable NormalizedNode root;
    private final Existence existence;
    private final GnmiPrefix prefix;
    private final boolean strict;
    private final JsonWriter.Options options;

    private GetAnswer(TargetTree tree, GetRequest request) {
        this.model = tree.served().model();
        this.root = tree.root().orElse(null);
        this.existence = root == null
                ? Existence.UNCONDITIONAL
                : tree.served().validator().existence(root);
        this.prefix = GnmiPrefix.decode(request.getPrefix());
        this.strict = strict(request.getEncoding());
        this.options = new JsonWriter.Options(strict, false, content(request.getType()), 0);
    }

    static GetResponse of(TargetTree tree, GetRequest request, long timestamp) {
        var answer = new GetAnswer(tree, request);
        var response = GetResponse.newBuilder();
        var paths = request.getPathCount() == 0
                ? List.of(dev.trimtab.proto.gnmi.Path.getDefaultInstance())
                : request.getPathList();
        for (dev.trimtab.proto.gnmi.Path path : paths) {
            response.addNotification(answer.notification(path).setTimestamp(timestamp));
        }
        return response.build();
    }

    private Notification.Builder notification(dev.trimtab.proto.gnmi.Path path) {
        var notification = Notification.newBuilder().setPrefix(prefix.answer());
        Path pattern = prefix.resolve(path);
        if (pattern.isRoot()) {
            return notification.addUpdate(update(Path.ROOT, root == null ? NOTHING : json(Instance.root(model), root)));
        }
        List<Match> matches = PathResolver.expand(model, pattern, root, existence, false);
        if (matches.isEmpty() && !pattern.hasWildcard()) {
            throw new Failure.NotFound(pattern + " does not exist").asException();
        }
        for (Match match : matches) {
            notification.addUpdate(update(match.instance().path(), json(match.instance(), match.node())));
        }
        return notification;
    }

    private byte[] json(Instance at, NormalizedNode node) {
        return JsonWriter.write(at.schema(), node, options, Visibility.ALL);
    }

    private Update update(Path path, byte[] json) {
        return Update.newBuilder()
                .setPath(GnmiPaths.encode(path))
                .setVal(GnmiValues.encode(new Value.Json(json, strict)))
                .build();
    }

    private static boolean strict(Encoding encoding) {
        return switch (encoding) {
            case JSON_IETF -> true;
            case JSON -> false;
            case BYTES, PROTO, ASCII, UNRECOGNIZED ->
                throw new Failure.Unsupported("encoding " + encoding + " is not supported, JSON_IETF is").asException();
        };
    }

    /** An adapter holds configuration only; what its backend reports is for the backend's own telemetry. */
    private static Content content(GetRequest.DataType type) {
        return switch (type) {
            case ALL -> Content.ALL;
            case CONFIG -> Content.CONFIG;
            case STATE, OPERATIONAL -> Content.STATE;
            case UNRECOGNIZED -> throw new Failure.Unsupported("the type of data is not known").asException();
        };
    }
}
