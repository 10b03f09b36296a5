package dev.trimtab.core.model;

import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.PathArgument;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNodes;

/**
 * The annotations of a model (RFC 7952) and where they stand in its trees: those of the root in a container {@code @} of it, those of
 * all other nodes in a list {@code @below} beside, one entry a node, so that they are set, committed, logged and read like
 * configuration. They belong to no part of the configuration: wildcards, expressions and walks pass them by, and whoever reads must ask
 * for them. Source: docs/adr/0012.
 */
public final class Annotations {
    /** Most annotations of one target's nodes, those of the root not counted. */
    public static final int COUNT_MAX = 10_000;

    /** The root's container; in JSON the member that has the annotations of the object around it. */
    static final String NAME = "@";

    static final String BELOW = "@below";
    /** The key of the list: a path as text. */
    static final String NODE = "node";

    private Annotations() {}

    /** Whether a path is that of annotations or of one of them. */
    public static boolean isAt(Path path) {
        return startsWith(path, NAME) || startsWith(path, BELOW);
    }

    private static boolean startsWith(Path path, String name) {
        return !path.isRoot() && path.elements().getFirst().name().equals(name);
    }

    /** Where the annotations of {@code node}, which is not the root, stand. */
    public static Path of(Path node) {
        return Path.of(new PathElement(BELOW, Map.of(NODE, node.toString())));
    }

    /**
     * Whose rights decide about {@code path}: the annotations of a node are to a policy a child {@code @} of it, and all of them
     * together are the root. What is not annotations is its own.
     */
    public static Path governed(Path path) {
        if (!startsWith(path, BELOW)) {
            return path;
        }
        String node = path.elements().getFirst().keys().getOrDefault(NODE, PathElement.ANY);
        try {
            return node.equals(PathElement.ANY) ? Path.ROOT : Path.parse(node).child(NAME);
        } catch (IllegalArgumentException _) {
            return Path.ROOT; // no such node: it is refused when it is looked up
        }
    }

    /** Where the trees of a model have the annotations of nodes below the root; empty if it defines none. */
    public static Optional<YangInstanceIdentifier> below(LoadedModel model) {
        return Optional.ofNullable(model.root().annotated()).map(list -> YangInstanceIdentifier.of(list.id()));
    }

    /** The node whose annotations {@code entry} of the list has. */
    public static YangInstanceIdentifier node(MapEntryNode entry) {
        return (YangInstanceIdentifier) entry.name().values().iterator().next();
    }

    /**
     * The annotations of what is below {@code at} in a tree and would be in it with another value too.
     *
     * @param root of the tree
     * @param json the other value, as an edit has it
     */
    public static List<Match> within(LoadedModel model, NormalizedNode root, Instance at, String json) {
        NormalizedNode value = JsonReader.read(model, at, json.getBytes(StandardCharsets.UTF_8), true, Content.ALL)
                .node();
        if (value == null || below(model).isEmpty()) {
            return List.of();
        }
        int above = at.id().getPathArguments().size();
        return PathResolver.expand(model, Path.of(new PathElement(BELOW)), root).stream()
                .filter(match -> {
                    YangInstanceIdentifier node = node((MapEntryNode) match.node());
                    List<PathArgument> steps = node.getPathArguments();
                    return at.id().contains(node)
                            && NormalizedNodes.findNode(value, steps.subList(above, steps.size()))
                                    .isPresent();
                })
                .toList();
    }
}
