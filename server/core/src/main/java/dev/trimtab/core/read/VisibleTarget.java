package dev.trimtab.core.read;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.model.Annotations;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.Existence;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.LeafConsumer;
import dev.trimtab.core.model.Leaves;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.core.target.TargetView;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import dev.trimtab.model.Revision;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/**
 * One target at one moment with the eyes of one principal: what is hidden is not there. Immutable.
 *
 * @param visibility which nodes the principal sees
 */
public record VisibleTarget(TargetView view, Visibility visibility) {

    public LoadedModel model() {
        return view.model();
    }

    private Existence existence() {
        return view.snapshot().existence();
    }

    public Revision revision() {
        return view.snapshot().revision();
    }

    /**
     * Every visible node that {@code pattern} names, with its concrete path, in document order.
     *
     * @param pattern may have wildcards; a list without keys at its end is one match a list
     * @param defaults whether leaves that only have a default in use match too
     * @throws dev.trimtab.core.failure.FailureException with {@code UnknownNode} when the model has no such node, or {@code
     *     Malformed}
     */
    public List<Match> find(Path pattern, Content content, boolean defaults) {
        if (isConcrete(pattern)) {
            return one(PathResolver.resolve(model(), pattern), content, defaults).stream()
                    .toList();
        }
        return expand(pattern, content, defaults);
    }

    /** Whether the pattern names one node: no wildcard, and every list on the way has its keys. */
    private boolean isConcrete(Path pattern) {
        SchemaNode schema = model().root();
        int left = pattern.elements().size();
        for (PathElement element : pattern.elements()) {
            left--;
            if (element.hasWildcard()) {
                return false;
            }
            SchemaNode child = schema.child(element.name());
            if (child == null) {
                return true; // resolving it tells what is wrong with it
            }
            if ((left > 0 && element.keys().size() < child.keys().size())
                    || (!element.keys().isEmpty()
                            && element.keys().size() < child.keys().size())) {
                return false;
            }
            schema = child;
        }
        return true;
    }

    private List<Match> expand(Path pattern, Content content, boolean defaults) {
        NormalizedNode root = view.read(YangInstanceIdentifier.of(), content).orElse(null);
        return PathResolver.expand(model(), pattern, root, defaults ? existence() : Existence.STORED, false).stream()
                .filter(match -> visibility.visible(match.instance().path()) && isThere(match, content))
                .toList();
    }

    private Optional<Match> one(Instance instance, Content content, boolean defaults) {
        if (!visibility.visible(instance.path())) {
            return Optional.empty();
        }
        Optional<Match> stored = view.read(instance.id(), content).map(node -> new Match(instance, node));
        return stored.isPresent() || !defaults
                ? stored
                : expand(instance.path(), content, true).stream().findFirst();
    }

    /** A container without presence that nothing was written to is there if a default below it is in use. */
    private boolean isThere(Match match, Content content) {
        SchemaNode schema = match.instance().schema();
        boolean written = schema.kind() != SchemaNode.Kind.CONTAINER
                || schema.presence()
                || !((ContainerNode) match.node()).isEmpty();
        var inUse = new AtomicInteger();
        if (!written) {
            leaves(match, new JsonWriter.Options(false, true, content, 0), (_, _, _) -> inUse.incrementAndGet());
        }
        return written || inUse.get() > 0;
    }

    /**
     * The node at {@code path}.
     *
     * @throws dev.trimtab.core.failure.FailureException with {@code NotFound} when it is absent or hidden
     */
    public Match require(Path path, Content content) {
        return find(path, content, true).stream()
                .findFirst()
                .orElseThrow(() -> new Failure.NotFound(path + " does not exist").asException());
    }

    /** A match as JSON, relative to its path. */
    public byte[] json(Match match, JsonWriter.Options options) {
        return JsonWriter.write(match.instance(), match.node(), annotated(options), visibility, existence());
    }

    /**
     * A match as JSON, relative to its path, written while the tree is walked.
     *
     * @throws IOException if {@code out} takes no more; part of the text may have been written
     */
    public void json(Match match, JsonWriter.Options options, OutputStream out) throws IOException {
        JsonWriter.write(match.instance(), match.node(), out, annotated(options), visibility, existence());
    }

    /** The options with the annotations of this target's nodes, where they are wanted. */
    private JsonWriter.Options annotated(JsonWriter.Options options) {
        return options.annotations()
                ? Annotations.below(model())
                        .flatMap(list -> view.read(list, Content.CONFIG))
                        .map(options::below)
                        .orElse(options)
                : options;
    }

    /** Every leaf of a match. */
    public void leaves(Match match, JsonWriter.Options options, LeafConsumer consumer) {
        Leaves.walk(match.instance(), match.node(), options, visibility, existence(), consumer);
    }
}
