package dev.trimtab.models.generate;

import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A configuration as JSON with its schema beside it; it may break every rule. Members are held under qualified names. */
public final class Document {
    private final LoadedModel model;
    private final Place root;

    private Document(LoadedModel model, Map<String, @Nullable Object> members) {
        this.model = model;
        this.root = new Place(model.root(), null, members);
    }

    public static Document empty(LoadedModel model) {
        return new Document(model, new LinkedHashMap<>());
    }

    /** Reads what {@link #json} prints, and what else fits the schema. */
    public static Document parse(LoadedModel model, String json) {
        Document document = empty(model);
        qualify(model.root(), Json.parse(json), document.root.members());
        return document;
    }

    private static void qualify(SchemaNode schema, @Nullable Object object, Map<String, @Nullable Object> into) {
        if (object instanceof Map<?, ?> members) {
            members.forEach((name, value) -> {
                SchemaNode child = schema.child((String) name);
                into.put(child == null ? (String) name : child.qualifiedName(), qualified(child, value));
            });
        }
    }

    private static @Nullable Object qualified(@Nullable SchemaNode schema, @Nullable Object value) {
        if (schema == null || schema.kind() == Kind.ANYDATA) {
            return value;
        }
        if (value instanceof List<?> elements) {
            List<@Nullable Object> read = new ArrayList<>();
            elements.forEach(element -> read.add(qualified(schema, element)));
            return read;
        }
        if (value instanceof Map) {
            Map<String, @Nullable Object> read = new LinkedHashMap<>();
            qualify(schema, value, read);
            return read;
        }
        return value;
    }

    public LoadedModel model() {
        return model;
    }

    public Place root() {
        return root;
    }

    public Document copy() {
        return new Document(model, new Place(model.root(), null, Json.copy(root.members())).members());
    }

    /** Takes out the containers without presence that hold nothing: they say nothing (RFC 7950 section 7.5.1). */
    public void prune() {
        root.all().reversed().forEach(place -> {
            if (place.schema().kind() == Kind.CONTAINER
                    && !place.schema().presence()
                    && place.members().isEmpty()) {
                place.remove();
            }
        });
    }

    /** The text of RFC 7951: a name is qualified at the top and where the module differs from the parent's. */
    public String json() {
        return Json.print(plain(root.value(), ""));
    }

    /** The JSON value of one place, as the server's edges take it: its own members are qualified. */
    public static String json(Place place) {
        return Json.print(plain(place.value(), ""));
    }

    private static @Nullable Object plain(@Nullable Object value, String module) {
        return switch (value) {
            case Map<?, ?> members -> {
                Map<String, @Nullable Object> printed = new LinkedHashMap<>();
                members.forEach((name, member) -> {
                    String qualified = (String) name;
                    int colon = qualified.indexOf(':');
                    String own = colon < 0 ? module : qualified.substring(0, colon);
                    printed.put(own.equals(module) ? qualified.substring(colon + 1) : qualified, plain(member, own));
                });
                yield printed;
            }
            case List<?> elements -> {
                List<@Nullable Object> printed = new ArrayList<>();
                elements.forEach(element -> printed.add(plain(element, module)));
                yield printed;
            }
            case null, default -> value;
        };
    }

    /** The instance at {@code path}, keys in canonical form; of a list or leaf-list without keys the place above it. */
    @Nullable Place find(Path path) {
        Place at = root;
        for (PathElement element : path.elements()) {
            SchemaNode child = at.hasMembers() ? at.schema().child(element.name()) : null;
            if (child == null) {
                return null;
            }
            List<Place> found = findBelow(at, child, element);
            if (found.isEmpty()) {
                return null;
            }
            at = found.getFirst();
        }
        return at;
    }

    /** The instances of {@code child} below {@code at} whose keys are those of {@code element}, or any if it has none. */
    List<Place> findBelow(Place at, SchemaNode child, PathElement element) {
        return at.children(child).stream()
                .filter(place -> element.keys().isEmpty()
                        || place.path().elements().getLast().keys().equals(element.keys()))
                .toList();
    }

    /** The place that {@code place} is in the engine's words. */
    public Instance instance(Place place) {
        return PathResolver.resolve(model, place.path());
    }

    @Override
    public String toString() {
        return json();
    }
}
