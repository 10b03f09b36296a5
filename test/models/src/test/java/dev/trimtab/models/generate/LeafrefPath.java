package dev.trimtab.models.generate;

import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;

/**
 * The path of a leafref over documents (RFC 7950 section 9.9.2), without {@code deref()}.
 *
 * @param absolute whether it starts at the root
 * @param ups number of {@code ..} at its beginning, 0 if absolute
 * @param steps the names below
 */
record LeafrefPath(boolean absolute, int ups, List<Step> steps) {
    /** {@code current()/../a/b} has the ups 1 and the names a and b. */
    record Predicate(String key, int ups, List<String> names) {}

    record Step(String name, List<Predicate> predicates) {}

    private static final Pattern STEP = Pattern.compile("/?\\s*([\\w.:-]+)\\s*((?:\\[[^]]*]\\s*)*)");
    private static final Pattern PREDICATE = Pattern.compile(
            "\\[\\s*([\\w.:-]+)\\s*=\\s*current\\(\\)\\s*((?:/\\s*\\.\\.\\s*)+)((?:/\\s*[\\w.:-]+\\s*)+)]");
    private static final Pattern UP = Pattern.compile("\\.\\.");

    /** Null for a path that is not understood here. */
    static @Nullable LeafrefPath parse(LeafrefTypeDefinition type) {
        String text = type.getPathStatement().getOriginalString().strip();
        List<Step> steps = new ArrayList<>();
        int ups = 0;
        Matcher matcher = STEP.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.region(at, text.length()).lookingAt()) {
                return null;
            }
            at = matcher.end();
            if (matcher.group(1).equals("..")) {
                ups++;
            } else {
                List<Predicate> predicates = predicates(matcher.group(2));
                if (predicates == null) {
                    return null;
                }
                steps.add(new Step(local(matcher.group(1)), predicates));
            }
        }
        return steps.isEmpty() ? null : new LeafrefPath(text.startsWith("/"), ups, List.copyOf(steps));
    }

    private static @Nullable List<Predicate> predicates(String text) {
        List<Predicate> found = new ArrayList<>();
        Matcher matcher = PREDICATE.matcher(text);
        int at = 0;
        while (at < text.strip().length()) {
            if (!matcher.region(at, text.length()).lookingAt()) {
                return null;
            }
            at = matcher.end();
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            int ups = (int) UP.matcher(matcher.group(2)).results().count();
            List<String> names = Stream.of(matcher.group(3).split("/"))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .map(LeafrefPath::local)
                    .toList();
            found.add(new Predicate(local(matcher.group(1)), ups, names));
        }
        return List.copyOf(found);
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    /** The leaf that it leads to; null if names alone do not lead there. */
    @Nullable SchemaNode target(SchemaNode leaf) {
        SchemaNode at = leaf;
        for (int i = 0; i < ups && at != null; i++) {
            at = at.parent();
        }
        while (absolute && at != null && at.kind() != Kind.ROOT) {
            at = at.parent();
        }
        for (Step step : steps) {
            at = at == null ? null : child(at, step.name());
        }
        return at;
    }

    /** The place that the steps start from, for a leaf below {@code parent}; null if there are too many ups. */
    @Nullable Place start(Place parent) {
        Place at = parent;
        for (int i = 1; i < ups && at != null; i++) {
            at = at.parent();
        }
        while (absolute && at != null && at.parent() != null) {
            at = at.parent();
        }
        return at;
    }

    /** The values of all instances that a leaf below {@code parent} may refer to. */
    List<Object> targets(Place parent) {
        Place start = start(parent);
        List<Place> at = start == null ? List.of() : List.of(start);
        for (Step step : steps) {
            at = at.stream().flatMap(place -> children(place, step, parent)).toList();
        }
        return at.stream().flatMap(LeafrefPath::values).toList();
    }

    private static Stream<Object> values(Place place) {
        return place.schema().kind() == Kind.LEAF_LIST
                ? Place.elements(place.value()).stream().filter(Objects::nonNull)
                : Stream.ofNullable(place.value());
    }

    private static Stream<Place> children(Place place, Step step, Place parent) {
        SchemaNode child = place.hasMembers() ? child(place.schema(), step.name()) : null;
        return child == null
                ? Stream.empty()
                : place.children(child).stream()
                        .filter(each ->
                                step.predicates().stream().allMatch(predicate -> holds(predicate, each, parent)));
    }

    private static boolean holds(Predicate predicate, Place entry, Place parent) {
        SchemaNode key = child(entry.schema(), predicate.key());
        Object wanted = operand(predicate, parent);
        return key != null && wanted != null && wanted.equals(entry.members().get(key.qualifiedName()));
    }

    /** The value that a predicate compares with, for a leaf below {@code parent}. */
    static @Nullable Object operand(Predicate predicate, Place parent) {
        Place at = parent;
        for (int i = 1; i < predicate.ups() && at != null; i++) {
            at = at.parent();
        }
        for (String name : predicate.names()) {
            at = at == null ? null : first(at, name);
        }
        return at == null ? null : at.value();
    }

    private static @Nullable Place first(Place at, String name) {
        SchemaNode child = at.hasMembers() ? child(at.schema(), name) : null;
        return child == null ? null : at.children(child).stream().findFirst().orElse(null);
    }

    /** By local name, of the parent's module if several have it. */
    static @Nullable SchemaNode child(SchemaNode parent, String name) {
        SchemaNode found = parent.child(name);
        return found != null
                ? found
                : parent.children().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElse(null);
    }
}
