package dev.trimtab.core.yang;

import static java.util.stream.Collectors.groupingBy;

import dev.trimtab.core.yang.Source.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every source of a model, found by name and revision as imports and includes do (RFC 7950 section 5.1.1). */
final class Sources {
    private final List<Source> all;
    private final Map<String, List<Source>> modules;
    private final Map<String, List<Source>> submodules;

    Sources(Collection<Source> all) {
        this.all = List.copyOf(all);
        this.modules = byName(all.stream().filter(Source::isModule));
        this.submodules = byName(all.stream().filter(source -> !source.isModule()));
    }

    /** What is implemented comes first, then the newest: an import without revision means the implemented one. */
    private static Map<String, List<Source>> byName(Stream<Source> sources) {
        return sources.sorted(Comparator.comparing(Source::implemented)
                        .thenComparing(Source::revision)
                        .reversed())
                .collect(groupingBy(Source::name));
    }

    List<Source> all() {
        return all;
    }

    /** Every revision of the module, the one that an import without revision means first; empty if there is none. */
    List<Source> modules(String name) {
        return modules.getOrDefault(name, List.of());
    }

    List<Source> submodules(String name) {
        return submodules.getOrDefault(name, List.of());
    }

    Optional<Source> imported(Reference reference) {
        return fitting(modules(reference.name()), reference);
    }

    Optional<Source> included(Reference reference) {
        return fitting(submodules(reference.name()), reference);
    }

    private static Optional<Source> fitting(List<Source> candidates, Reference reference) {
        return candidates.stream()
                .filter(source ->
                        reference.revision().isEmpty() || source.revision().equals(reference.revision()))
                .findFirst();
    }

    /** The module and its submodules, or the submodule, its module and the module's other submodules. */
    List<Source> wholeModule(Source part) {
        List<Source> whole = new ArrayList<>();
        modules(part.moduleName()).stream()
                .filter(module -> part.isModule() ? module.equals(part) : includes(module, part))
                .findFirst()
                .ifPresent(module -> {
                    whole.add(module);
                    module.includes().forEach(include -> included(include).ifPresent(whole::add));
                });
        return whole;
    }

    /** Whether the model implements the module, or the one that the submodule is a part of. */
    boolean isImplemented(Source source) {
        return source.isModule()
                ? source.implemented()
                : wholeModule(source).stream().anyMatch(part -> part.isModule() && part.implemented());
    }

    private boolean includes(Source module, Source submodule) {
        return module.includes().stream()
                .anyMatch(include -> included(include).filter(submodule::equals).isPresent());
    }

    /** The source with that file name. */
    Optional<Source> ofFile(String file) {
        return all.stream().filter(source -> source.file().equals(file)).findFirst();
    }
}
