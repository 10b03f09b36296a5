package dev.trimtab.core.xpath;

import dev.trimtab.core.expression.AxisName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The axes of XPath that YANG trees have, on instances and on the schema. Source: XPath 1.0 section 2.2. */
enum Axis {
    SELF {
        @Override
        List<XNode> nodes(XNode from, NodeMatcher test) {
            return test.accepts(from.schema()) ? List.of(from) : List.of();
        }

        @Override
        Stream<Place> places(Place from) {
            return Stream.of(from);
        }
    },
    CHILD {
        @Override
        List<XNode> nodes(XNode from, NodeMatcher test) {
            if (test.name() != null) {
                XSchema child = from.schema().child(test.name());
                return child == null ? List.of() : from.children(child);
            }
            List<XNode> found = new ArrayList<>();
            from.nodesBelow(test.takesElements(), test.takesTexts()).forEach(child -> Siblings.add(child, test, found));
            return found;
        }

        @Override
        int count(XNode from, NodeMatcher test) {
            XSchema child = test.name() == null ? null : from.schema().child(test.name());
            int stored = child == null ? 0 : from.storedCount(child);
            return stored > 0 ? stored : super.count(from, test);
        }

        @Override
        Stream<Place> places(Place from) {
            return from.below();
        }
    },
    PARENT {
        @Override
        List<XNode> nodes(XNode from, NodeMatcher test) {
            return from.parent() == null ? List.of() : SELF.nodes(from.parent(), test);
        }

        @Override
        Stream<Place> places(Place from) {
            return Stream.ofNullable(from.up());
        }
    },
    ANCESTOR {
        @Override
        List<XNode> nodes(XNode from, NodeMatcher test) {
            return ancestors(from.parent(), test);
        }

        @Override
        Stream<Place> places(Place from) {
            return ANCESTOR_OR_SELF.places(from).skip(1);
        }
    },
    ANCESTOR_OR_SELF {
        @Override
        List<XNode> nodes(XNode from, NodeMatcher test) {
            return ancestors(from, test);
        }

        @Override
        Stream<Place> places(Place from) {
            return from.line().stream();
        }
    },
    DESCENDANT {
        @Override
        List<XNode> nodes(XNode from, NodeMatcher test) {
            List<XNode> found = new ArrayList<>();
            from.nodesBelow(true, test.takesTexts()).forEach(child -> Siblings.addSubtree(child, test, found));
            return found;
        }

        @Override
        Stream<Place> places(Place from) {
            return from.descendants().stream().skip(1);
        }
    },
    DESCENDANT_OR_SELF {
        @Override
        List<XNode> nodes(XNode from, NodeMatcher test) {
            List<XNode> found = new ArrayList<>();
            Siblings.addSubtree(from, test, found);
            return found;
        }

        @Override
        Stream<Place> places(Place from) {
            return from.descendants().stream();
        }
    },
    FOLLOWING_SIBLING {
        @Override
        List<XNode> nodes(XNode from, NodeMatcher test) {
            return Siblings.after(from, test);
        }

        @Override
        Stream<Place> places(Place from) {
            return PARENT.places(from).flatMap(CHILD::places);
        }
    },
    PRECEDING_SIBLING {
        @Override
        List<XNode> nodes(XNode from, NodeMatcher test) {
            return Siblings.before(from, test).reversed();
        }

        @Override
        boolean any(XNode from, NodeMatcher test) {
            return Siblings.hasBefore(from, test);
        }

        @Override
        Stream<Place> places(Place from) {
            return FOLLOWING_SIBLING.places(from);
        }
    },
    FOLLOWING {
        @Override
        List<XNode> nodes(XNode from, NodeMatcher test) {
            List<XNode> found = new ArrayList<>();
            for (XNode at = from; at != null; at = at.parent()) {
                Siblings.after(at, Siblings.ANY).forEach(node -> Siblings.addSubtree(node, test, found));
            }
            return found;
        }

        @Override
        Stream<Place> places(Place from) {
            return ANCESTOR_OR_SELF
                    .places(from)
                    .flatMap(FOLLOWING_SIBLING::places)
                    .flatMap(DESCENDANT_OR_SELF::places);
        }
    },
    PRECEDING {
        @Override
        List<XNode> nodes(XNode from, NodeMatcher test) {
            List<XNode> found = new ArrayList<>();
            for (XNode at = from; at != null; at = at.parent()) {
                for (XNode sibling : Siblings.before(at, Siblings.ANY).reversed()) {
                    found.addAll(DESCENDANT_OR_SELF.nodes(sibling, test).reversed());
                }
            }
            return found;
        }

        @Override
        Stream<Place> places(Place from) {
            return FOLLOWING.places(from);
        }
    };

    /** The nodes of the axis that pass the test, nearest first. */
    abstract List<XNode> nodes(XNode from, NodeMatcher test);

    /** Every place where {@link #nodes} may find something. */
    abstract Stream<Place> places(Place from);

    /** How many nodes pass the test. */
    int count(XNode from, NodeMatcher test) {
        return nodes(from, test).size();
    }

    /** Whether a node passes the test. */
    boolean any(XNode from, NodeMatcher test) {
        return count(from, test) > 0;
    }

    /** @throws UnsupportedXPathException for the axes of attributes and namespaces, which YANG data has none of */
    static Axis of(AxisName axis, int position) {
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
            case FOLLOWING -> FOLLOWING;
            case PRECEDING -> PRECEDING;
            case ATTRIBUTE, NAMESPACE ->
                throw new UnsupportedXPathException("YANG data has no nodes on the axis '" + axis + "'", position);
        };
    }

    /** Whether two different nodes can lead to the same one. */
    boolean converges() {
        return this != SELF && this != CHILD;
    }

    /** Whether a change of the order of siblings can change what is found. */
    boolean dependsOnOrder() {
        return switch (this) {
            case FOLLOWING_SIBLING, PRECEDING_SIBLING, FOLLOWING, PRECEDING -> true;
            case SELF, CHILD, PARENT, ANCESTOR, ANCESTOR_OR_SELF, DESCENDANT, DESCENDANT_OR_SELF -> false;
        };
    }

    private static List<XNode> ancestors(@Nullable XNode first, NodeMatcher test) {
        List<XNode> found = new ArrayList<>();
        for (XNode at = first; at != null; at = at.parent()) {
            Siblings.add(at, test, found);
        }
        return found;
    }
}
