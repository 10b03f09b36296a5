package dev.trimtab.core.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.schema.ChoiceNode;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerChild;
import org.opendaylight.yangtools.yang.data.api.schema.builder.DataContainerNodeBuilder;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;

/** The members of one JSON object on their way into a container or list entry; those of choices are put into their choice. */
final class JsonMembers {
    private final BitSet seen = new BitSet();
    private final List<DataContainerChild> nodes = new ArrayList<>();
    private Map<QName, ChoiceMembers> choices = Map.of();
    private @Nullable BitSet annotationsSeen;
    private Map<SchemaNode, List<Object>> leafLists = Map.of();
    private List<Annotated> annotated = List.of();

    /**
     * The annotations of the values of a leaf-list.
     *
     * @param place of the member that has them
     * @param annotations one element a value from the first on; empty where it has none
     */
    record Annotated(SchemaNode leafList, JsonPlace place, List<List<DataContainerChild>> annotations) {}

    private static final class ChoiceMembers {
        private final ChoiceStep step;
        private final List<DataContainerChild> nodes = new ArrayList<>();
        private final Map<QName, ChoiceMembers> inner = new HashMap<>();

        private ChoiceMembers(ChoiceStep step) {
            this.step = step;
        }

        private ChoiceNode build() {
            var choice = ImmutableNodes.newChoiceBuilder().withNodeIdentifier(step.id());
            nodes.forEach(choice::withChild);
            inner.values().forEach(one -> choice.withChild(one.build()));
            return choice.build();
        }
    }

    /** Whether {@code child} comes for the first time. */
    boolean begin(SchemaNode child) {
        boolean first = !seen.get(child.index());
        seen.set(child.index());
        return first;
    }

    /** Whether annotations of {@code child}, or with null of the object itself, come for the first time. */
    boolean beginAnnotations(@Nullable SchemaNode child) {
        if (annotationsSeen == null) {
            annotationsSeen = new BitSet();
        }
        int index = child == null ? 0 : child.index() + 1;
        boolean first = !annotationsSeen.get(index);
        annotationsSeen.set(index);
        return first;
    }

    /** Remembers the values of a leaf-list in the order of the text, which its node does not keep. */
    void values(SchemaNode leafList, List<Object> values) {
        if (leafLists.isEmpty()) {
            leafLists = new HashMap<>();
        }
        leafLists.put(leafList, values);
    }

    /** The values that were remembered; empty if there are none. */
    List<Object> values(SchemaNode leafList) {
        return leafLists.getOrDefault(leafList, List.of());
    }

    void annotate(SchemaNode leafList, JsonPlace place, List<List<DataContainerChild>> annotations) {
        if (annotated.isEmpty()) {
            annotated = new ArrayList<>();
        }
        annotated.add(new Annotated(leafList, place, annotations));
    }

    List<Annotated> annotated() {
        return annotated;
    }

    boolean isEmpty() {
        return nodes.isEmpty() && choices.isEmpty();
    }

    /**
     * Takes a member.
     *
     * @return the step of the choice that already has a node of another case; null if all is well
     */
    @Nullable ChoiceStep add(SchemaNode schema, DataContainerChild node) {
        List<DataContainerChild> into = nodes;
        if (!schema.choices().isEmpty() && choices.isEmpty()) {
            choices = new HashMap<>();
        }
        Map<QName, ChoiceMembers> level = choices;
        for (ChoiceStep step : schema.choices()) {
            ChoiceMembers choice = level.computeIfAbsent(step.choice(), _ -> new ChoiceMembers(step));
            if (!choice.step.caseName().equals(step.caseName())) {
                return choice.step;
            }
            into = choice.nodes;
            level = choice.inner;
        }
        into.add(node);
        return null;
    }

    /** The value of a leaf that is no member of a choice, such as a key. */
    @Nullable Object value(SchemaNode leaf) {
        for (DataContainerChild node : nodes) {
            if (node.name().equals(leaf.id())) {
                return node.body();
            }
        }
        return null;
    }

    void addTo(DataContainerNodeBuilder<?, ?> container) {
        nodes.forEach(container::withChild);
        choices.values().forEach(choice -> container.withChild(choice.build()));
    }
}
