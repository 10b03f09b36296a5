package dev.trimtab.core.model;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opendaylight.yangtools.yang.model.api.TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.UnionTypeDefinition;

/** Why a leafref cannot be followed, as far as yangtools' exceptions tell it apart. */
final class LeafrefFaults {
    private LeafrefFaults() {}

    /** Continues a sentence about a leaf. */
    static String reason(TypeDefinition<?> type, RuntimeException e) {
        if (e instanceof OversizedTypeException) {
            return String.valueOf(e.getMessage());
        }
        List<String> paths = paths(type).toList();
        if (paths.isEmpty()) {
            return "has a type that cannot be used: " + e.getMessage();
        }
        String leafref =
                "has the leafref '" + paths.stream().distinct().collect(Collectors.joining("', '")) + "', which leads ";
        if (e.getCause() instanceof NoSuchElementException) {
            return leafref + "above the root";
        }
        if (e instanceof IllegalStateException) {
            return leafref + "to no leaf";
        }
        boolean loop = String.valueOf(e.getMessage()).contains("loops back");
        return leafref + (loop ? "back to itself" : "to no node of an implemented module");
    }

    private static Stream<String> paths(TypeDefinition<?> type) {
        return switch (type) {
            case LeafrefTypeDefinition leafref ->
                Stream.of(leafref.getPathStatement().getOriginalString());
            case UnionTypeDefinition union -> union.getTypes().stream().flatMap(LeafrefFaults::paths);
            default -> Stream.empty();
        };
    }
}
