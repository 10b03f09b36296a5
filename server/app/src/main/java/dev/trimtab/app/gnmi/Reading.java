package dev.trimtab.app.gnmi;

import dev.trimtab.codec.GnmiPaths;
import dev.trimtab.codec.GnmiPrefix;
import dev.trimtab.codec.GnmiValues;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.read.VisibleTarget;
import dev.trimtab.model.PathElement;
import dev.trimtab.model.Value;
import dev.trimtab.proto.gnmi.Notification;
import dev.trimtab.proto.gnmi.Path;
import dev.trimtab.proto.gnmi.TypedValue;
import dev.trimtab.proto.gnmi.Update;
import java.util.List;

/**
 * One Get on one snapshot.
 *
 * @param asked the prefix as the request has it
 * @param time nanoseconds since the epoch
 */
record Reading(
        VisibleTarget target,
        GnmiPrefix prefix,
        Path asked,
        ValueEncoding encoding,
        JsonWriter.Options options,
        long time) {

    /**
     * What one path of the request names. A path to one node comes back as it was sent, below the prefix as it was sent; of a pattern
     * every match comes with its absolute path.
     *
     * @throws dev.trimtab.core.failure.FailureException with {@code NotFound} when it names nothing
     */
    Notification notification(Path path, dev.trimtab.model.Path absolute) {
        List<Match> matches = target.find(absolute, options.content(), true);
        if (matches.isEmpty()) {
            throw new Failure.NotFound(absolute + " does not exist").asException();
        }
        Match first = matches.getFirst();
        boolean oneValue = encoding != ValueEncoding.PROTO || isLeaf(first);
        if (oneValue && isSameShape(absolute, first.instance().path())) {
            return Notification.newBuilder()
                    .setTimestamp(time)
                    .setPrefix(asked)
                    .addUpdate(Update.newBuilder().setPath(path).setVal(value(first)))
                    .build();
        }
        var notification = Notification.newBuilder().setTimestamp(time).setPrefix(prefix.answer());
        matches.forEach(match -> addTo(notification, match, path.getOrigin()));
        return notification.build();
    }

    /** Whether a path has no wildcard and leaves out no key that what it matched has; names may be written otherwise. */
    private static boolean isSameShape(dev.trimtab.model.Path asked, dev.trimtab.model.Path matched) {
        List<PathElement> elements = asked.elements();
        boolean same = elements.size() == matched.elements().size();
        for (int i = 0; same && i < elements.size(); i++) {
            PathElement element = elements.get(i);
            same = !element.hasWildcard()
                    && element.keys().size() == matched.elements().get(i).keys().size();
        }
        return same;
    }

    private static boolean isLeaf(Match match) {
        SchemaNode.Kind kind = match.instance().schema().kind();
        return kind == SchemaNode.Kind.LEAF || kind == SchemaNode.Kind.LEAF_LIST;
    }

    private void addTo(Notification.Builder notification, Match match, String origin) {
        if (encoding == ValueEncoding.PROTO) {
            target.leaves(
                    match,
                    options,
                    (path, _, value) -> notification.addUpdate(Update.newBuilder()
                            .setPath(GnmiPaths.encode(path, origin))
                            .setVal(GnmiValues.encode(value))));
        } else {
            notification.addUpdate(Update.newBuilder()
                    .setPath(GnmiPaths.encode(match.instance().path(), origin))
                    .setVal(value(match)));
        }
    }

    /** Of a leaf, or of anything in JSON. */
    private TypedValue value(Match match) {
        if (encoding == ValueEncoding.PROTO) {
            var value = TypedValue.newBuilder();
            target.leaves(match, options, (_, _, leaf) -> value.mergeFrom(GnmiValues.encode(leaf)));
            return value.build();
        }
        return GnmiValues.encode(new Value.Json(target.json(match, options), encoding.strict()));
    }
}
