package dev.trimtab.core.migration;

import dev.trimtab.core.model.LeafType;
import dev.trimtab.core.model.LeafType.Base;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.model.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeWithValue;

/**
 * Lets instance-identifiers follow what they name. Where everything went is known at the end of the walk only, so that values that
 * name something wait for it.
 */
final class Identifiers {
    private final SchemaNode root;
    private final boolean needed;
    private final Map<Path, Place> places = new HashMap<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean walking = true;

    /** @param leaf null for the container or entry itself */
    private record Place(Draft draft, @Nullable SchemaNode leaf) {
        YangInstanceIdentifier id() {
            return leaf == null ? draft.id() : draft.id(leaf);
        }
    }

    /** @param root of the old schema */
    Identifiers(SchemaNode root) {
        this.root = root;
        this.needed = isAnyBelow(root);
    }

    private static boolean isAnyBelow(SchemaNode node) {
        return switch (node.kind()) {
            case LEAF, LEAF_LIST -> node.config() && names(node.type());
            case ROOT, CONTAINER, LIST -> node.children().stream().anyMatch(Identifiers::isAnyBelow);
            case ANYDATA -> false;
        };
    }

    private static boolean names(LeafType type) {
        LeafType resolved = type.resolved();
        return resolved.base() == Base.INSTANCE_IDENTIFIER
                || resolved.members().stream().anyMatch(Identifiers::names);
    }

    /** Says what the container or entry at {@code old} has become. */
    void became(Path old, Draft draft) {
        if (needed) {
            places.put(old, new Place(draft, null));
        }
    }

    /** Says what the leaf, leaf-list or anydata at {@code old} has become. */
    void became(Path old, Draft draft, SchemaNode leaf) {
        if (needed) {
            places.put(old, new Place(draft, leaf));
        }
    }

    /** Whether values of {@code leaf} have to wait for the end of the walk; {@code carry} is called then. */
    boolean waits(SchemaNode leaf, Runnable carry) {
        boolean waits = walking && needed && names(leaf.type());
        if (waits) {
            waiting.add(carry);
        }
        return waits;
    }

    /** Ends the walk: what waits is carried. */
    void settle() {
        walking = false;
        waiting.forEach(Runnable::run);
    }

    /**
     * The text of an old value in the new version.
     *
     * @return its own text where it names nothing, or nothing that is in the new version
     */
    String text(SchemaNode old, Object value, SchemaNode leaf) {
        if (value instanceof YangInstanceIdentifier id && names(leaf.type())) {
            YangInstanceIdentifier now = now(id);
            if (now != null) {
                return leaf.type().canonical(now);
            }
        }
        return old.type().canonical(value);
    }

    private @Nullable YangInstanceIdentifier now(YangInstanceIdentifier old) {
        Place place = places.get(OldNodes.path(root, old));
        if (place == null) {
            return null;
        }
        return old.getLastPathArgument() instanceof NodeWithValue<?> element
                ? element(element.getValue(), OldNodes.schema(root, old), place)
                : place.id();
    }

    private static @Nullable YangInstanceIdentifier element(Object value, SchemaNode old, Place place) {
        SchemaNode leafList = place.leaf();
        String text = old.type().canonical(value);
        return leafList == null || !leafList.type().takes(text)
                ? null
                : place.id()
                        .node(new NodeWithValue<>(
                                leafList.qname(), leafList.type().parse(text)));
    }
}
