package dev.trimtab.models.generate;

import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instance-identifiers as RFC 7951 section 6.11 writes them. */
final class InstanceName {
    private InstanceName() {}

    /** The name of some leaf, presence container or entry in the document of {@code from}; null if there is none. */
    static @Nullable Object draw(Place from, Dice dice) {
        Place top = from;
        while (top.parent() != null) {
            top = top.parent();
        }
        List<String> names = top.all().stream()
                .filter(place -> place.parent() != null
                        && place.schema().kind() != Kind.LEAF_LIST
                        && (place.schema().kind() != Kind.CONTAINER
                                || place.schema().presence()))
                .map(place -> of(place, ""))
                .filter(name -> !name.contains("'"))
                .toList();
        return names.isEmpty() ? null : dice.one(names);
    }

    /** The name of {@code place}, followed by {@code rest}, which belongs to its module. */
    static String of(Place place, String rest) {
        Place parent = place.parent();
        if (parent == null) {
            return rest;
        }
        SchemaNode schema = place.schema();
        boolean sameModule = schema.module().equals(parent.schema().module());
        var name = new StringBuilder(sameModule ? schema.name() : schema.qualifiedName());
        if (schema.kind() == Kind.LIST) {
            for (SchemaNode key : schema.keyNodes()) {
                name.append('[')
                        .append(key.name())
                        .append("='")
                        .append(Place.text(place.members().get(key.qualifiedName())))
                        .append("']");
            }
        }
        return of(parent, "/" + name + rest);
    }
}
