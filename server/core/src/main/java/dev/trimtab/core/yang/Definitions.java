package dev.trimtab.core.yang;

import dev.trimtab.core.yang.Source.Reference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.ir.IRStatement;

/** Finds typedefs, groupings, identities and features by name (RFC 7950 sections 5.4, 5.5 and 6.4.1). */
final class Definitions {
    private final Sources sources;
    private final IdentityHashMap<Source, Map<String, IRStatement>> atTop = new IdentityHashMap<>();
    private final IdentityHashMap<Source, List<Source>> visible = new IdentityHashMap<>();

    Definitions(Sources sources) {
        this.sources = sources;
    }

    /** The {@code keyword} that {@code name}, with or without a prefix, means at {@code from}; null if there is none. */
    @Nullable Node find(Node from, String keyword, String name) {
        int colon = name.indexOf(':');
        String prefix = name.substring(0, Math.max(0, colon));
        String local = name.substring(colon + 1);
        if (!prefix.isEmpty() && !prefix.equals(from.source().prefix())) {
            return imported(from.source(), prefix)
                    .map(module -> atTop(wholeModule(module), keyword, local))
                    .orElse(null);
        }
        for (Node scope = from; scope != null && scope.parent() != null; scope = scope.parent()) {
            for (IRStatement child : scope.statement().statements()) {
                if (Statements.is(child, keyword) && Statements.argument(child).equals(local)) {
                    return scope.child(child);
                }
            }
        }
        return atTop(visible(from.source()), keyword, local);
    }

    private Optional<Source> imported(Source source, String prefix) {
        return source.imports().stream()
                .filter(reference -> reference.prefix().equals(prefix))
                .findFirst()
                .flatMap(sources::imported);
    }

    private List<Source> wholeModule(Source module) {
        return visible.computeIfAbsent(module, this::withIncluded);
    }

    /** Parts whose top-level definitions a part sees without a prefix. */
    private List<Source> visible(Source part) {
        return part.isModule()
                ? wholeModule(part)
                : visible.computeIfAbsent(part, _ -> part.version11() ? sources.wholeModule(part) : withIncluded(part));
    }

    private List<Source> withIncluded(Source part) {
        Set<Source> seen = new LinkedHashSet<>(List.of(part));
        Deque<Source> pending = new ArrayDeque<>(seen);
        while (!pending.isEmpty()) {
            for (Reference include : pending.pop().includes()) {
                sources.included(include).filter(seen::add).ifPresent(pending::push);
            }
        }
        return List.copyOf(seen);
    }

    private @Nullable Node atTop(List<Source> parts, String keyword, String name) {
        for (Source part : parts) {
            IRStatement found =
                    atTop.computeIfAbsent(part, Definitions::definitions).get(keyword + " " + name);
            if (found != null) {
                return Node.root(part).child(found);
            }
        }
        return null;
    }

    private static Map<String, IRStatement> definitions(Source part) {
        return part.root().statements().stream()
                .filter(statement -> statement.keyword().prefix() == null)
                .collect(Collectors.toMap(
                        statement -> statement.keyword().identifier() + " " + Statements.argument(statement),
                        statement -> statement,
                        (first, _) -> first,
                        HashMap::new));
    }
}
