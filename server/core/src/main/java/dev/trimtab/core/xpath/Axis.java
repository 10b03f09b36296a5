package dev.trimtab.core.xpath;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.xpath.api.YangXPathAxis;

/** The axes of XPath that YANG trees have, on instances and on the schema. Source: XPath 1.0 section 2.2. */
enum Axis {
    SELF {
        @Override
        List<XNode> nodes(XNode from, NodeTest test) {
            return test.accepts(from.schema()) ? List.of(from) : List.of();
        }

        @Override
        Stream<Place> places(Place from) {
            return Stream.of(from);
        }
    },
    CHILD {
        @Override
        List<XNode> nodes(XNode from, NodeTest test) {
            if (test.name() == null) {
                return from.children();
            }
            XSchema child = from.schema().child(test.name());
            return child == null ? List.of() : from.children(child);
        }

        @Override
        Stream<Place> places(Place from) {
            return from.schema().children().stream().map(from::child);
        }
    },
    PARENT {
        @Override
        List<XNode> nodes(XNode from, NodeTest test) {
            return from.parent() == null ? List.of() : SELF.nodes(from.parent(), test);
        }

        @Override
        Stream<Place> places(Place from) {
            return Stream.ofNullable(from.up());
        }
    },
    ANCESTOR {
        @Override
        List<XNode> nodes(XNode from, NodeTest test) {
            return ancestors(from.parent(), test);
        }

        @Override
        Stream<Place> places(Place from) {
            return Stream.iterate(from, place -> place.up() != null, Axis::up).map(Axis::up);
        }
    },
    ANCESTOR_OR_SELF {
        @Override
        List<XNode> nodes(XNode from, NodeTest test) {
            return ancestors(from, test);
        }

        @Override
        Stream<Place> places(Place from) {
            return Stream.concat(Stream.of(from), ANCESTOR.places(from));
        }
    },
    DESCENDANT {
        @Override
        List<XNode> nodes(XNode from, NodeTest test) {
            List<XNode> found = new ArrayList<>();
            from.children().forEach(child -> addDescendants(child, test, found));
            return found;
        }

        @Override
        Stream<Place> places(Place from) {
            return from.descendants().stream().skip(1);
        }
    },
    DESCENDANT_OR_SELF {
        @Override
        List<XNode> nodes(XNode from, NodeTest test) {
            List<XNode> found = new ArrayList<>();
            addDescendants(from, test, found);
            return found;
        }

        @Override
        Stream<Place> places(Place from) {
            return from.descendants().stream();
        }
    },
    FOLLOWING_SIBLING {
        @Override
        List<XNode> nodes(XNode from, NodeTest test) {
            List<XNode> siblings = siblings(from);
            return filter(siblings.subList(siblings.indexOf(from) + 1, siblings.size()), test);
        }

        @Override
        Stream<Place> places(Place from) {
            return PARENT.places(from).flatMap(CHILD::places);
        }
    },
    PRECEDING_SIBLING {
        @Override
        List<XNode> nodes(XNode from, NodeTest test) {
            List<XNode> siblings = siblings(from);
            return filter(
                    siblings.subList(0, Math.max(siblings.indexOf(from), 0)).reversed(), test);
        }

        @Override
        Stream<Place> places(Place from) {
            return FOLLOWING_SIBLING.places(from);
        }
    };

    /** The nodes of the axis that pass the test, nearest first. */
    abstract List<XNode> nodes(XNode from, NodeTest test);

    /** Every place where {@link #nodes} may find something. */
    abstract Stream<Place> places(Place from);

    static Axis of(YangXPathAxis axis) {
        return switch (axis) {
            case SELF -> SELF;
            case CHILD -> CHILD;
            case PARENT -> PARENT;
            case ANCESTOR -> ANCESTOR;
            case ANCESTOR_OR_SELF -> ANCESTOR_OR_SELF;
            case DESCENDANT -> DESCENDANT;
            case DESCENDANT_OR_SELF -> DESCENDANT_OR_SELF;
            case FOLLOWING_SIBLING -> FOLLOWING_SIBLING;
            case PRECEDING_SIBLING -> PRECEDING_SIBLING;
            case ATTRIBUTE, NAMESPACE -> throw new UnsupportedXPathException("YANG data has no " + axis + " axis");
            case FOLLOWING, PRECEDING -> throw new UnsupportedXPathException("the axis " + axis + " is not supported");
        };
    }

    /** Whether two different nodes can lead to the same one. */
    boolean convergesFrom(int nodes) {
        return nodes > 1 && this != SELF && this != CHILD;
    }

    /** Whether a change of the order of siblings can change what is found. */
    boolean dependsOnOrder() {
        return this == FOLLOWING_SIBLING || this == PRECEDING_SIBLING;
    }

    private static Place up(Place place) {
        Place up = place.up();
        return up == null ? place : up;
    }

    private static List<XNode> ancestors(@Nullable XNode first, NodeTest test) {
        List<XNode> found = new ArrayList<>();
        for (XNode at = first; at != null; at = at.parent()) {
            if (test.accepts(at.schema())) {
                found.add(at);
            }
        }
        return found;
    }

    private static void addDescendants(XNode node, NodeTest test, List<XNode> found) {
        node.tree().spend(1);
        if (test.accepts(node.schema())) {
            found.add(node);
        }
        node.children().forEach(child -> addDescendants(child, test, found));
    }

    private static List<XNode> siblings(XNode node) {
        return node.parent() == null ? List.of(node) : node.parent().children();
    }

    private static List<XNode> filter(List<XNode> nodes, NodeTest test) {
        Predicate<XNode> accepted = node -> test.accepts(node.schema());
        return nodes.stream().filter(accepted).toList();
    }
}
