package dev.trimtab.apigen;

import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.model.PathElement;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives out names that are unique in one model and the same at each load. */
final class Names {
    private static final Set<String> SHARED =
            Set.of("apichange", "apitargetchange", "apiedit", "apiproblem", "apiviolation");

    private final Set<String> given = new HashSet<>(SHARED);

    /** {@code SiteDeviceGroup} for {@code /site/device-group}; a number follows where two paths would give the same. */
    String type(SchemaNode node, String model, String suffix) {
        var name = new StringBuilder();
        if (node.path().isRoot()) {
            name.append(camel(model));
        }
        for (PathElement element : node.path().elements()) {
            name.append(camel(element.name()));
        }
        return unique(name.append(suffix).toString());
    }

    private String unique(String wanted) {
        String name = wanted;
        // Compared without case: types become files, and some file systems do not tell the case apart.
        for (int number = 2; !given.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = wanted + number;
        }
        return name;
    }

    static String camel(String name) {
        var camel = new StringBuilder();
        for (String word : name.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                camel.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            }
        }
        return camel.toString();
    }

    /** The key's name; with its list's name before it where a parameter is called so already, and a number if that is taken too. */
    static String parameter(SchemaNode list, SchemaNode key, Collection<String> taken) {
        String name = taken.contains(key.name()) ? list.name() + "-" + key.name() : key.name();
        String wanted = name;
        for (int number = 2; taken.contains(name); number++) {
            name = wanted + "-" + number;
        }
        return name;
    }

    static String operation(Verb verb, Resource resource) {
        String action = switch (verb) {
            case GET -> "get";
            case PUT -> "replace";
            case POST -> resource.kind() == Resource.Kind.LIST ? "addTo" : "merge";
            case PATCH -> "update";
            case DELETE -> "delete";
        };
        return action + resource.name();
    }
}
