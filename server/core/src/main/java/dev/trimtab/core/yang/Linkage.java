package dev.trimtab.core.yang;

import dev.trimtab.core.yang.Source.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What sources say of each other: names, revisions, imports and includes (RFC 7950 sections 5.1, 5.6.5, 7.1 and 7.2). */
final class Linkage {
    private static final int NAMES_MAX = 10;

    private final Sources sources;
    private final List<Fault> faults = new ArrayList<>();

    private Linkage(Sources sources) {
        this.sources = sources;
    }

    static List<Fault> check(Sources sources) {
        var linkage = new Linkage(sources);
        sources.all().forEach(linkage::checkName);
        linkage.checkUnique();
        sources.all().forEach(linkage::checkReferences);
        if (linkage.faults.isEmpty()) {
            linkage.checkCircles("imports", Source::imports, sources::imported);
            linkage.checkCircles("includes", Source::includes, sources::included);
        }
        return linkage.faults;
    }

    private void checkName(Source source) {
        String base = source.file().substring(0, source.file().length() - ".yang".length());
        int at = base.indexOf('@');
        String name = at < 0 ? base : base.substring(0, at);
        if (!name.equals(source.name())) {
            faults.add(source.fault(source.root(), "is in a file that is named after '" + name + "'"));
        } else if (at >= 0 && !base.substring(at + 1).equals(source.revision())) {
            String newest = source.revision().isEmpty() ? "no revision" : "revision " + source.revision();
            faults.add(source.fault(source.root(), "has " + newest + ", and its file's name says another"));
        }
    }

    private void checkUnique() {
        Map<String, Source> revisions = new HashMap<>();
        Map<String, Source> implemented = new HashMap<>();
        Map<String, Source> namespaces = new HashMap<>();
        for (Source source : sources.all()) {
            checkFirst(source, revisions.putIfAbsent(source.name() + "@" + source.revision(), source), "is already in");
            if (source.isModule() && source.implemented()) {
                checkFirst(source, implemented.putIfAbsent(source.name(), source), "is already implemented by");
            }
            Source other = source.isModule() ? namespaces.putIfAbsent(source.namespace(), source) : null;
            if (other != null && !other.name().equals(source.name())) {
                checkFirst(source, other, "has the namespace of");
            }
        }
    }

    private void checkFirst(Source source, @Nullable Source other, String what) {
        if (other != null) {
            faults.add(source.fault(source.root(), what + " " + other.file()));
        }
    }

    private void checkReferences(Source source) {
        for (Reference reference : source.imports()) {
            if (reference.name().equals(source.moduleName())) {
                faults.add(source.fault(reference.statement(), "imports the module that it is in"));
            }
            checkFound(source, reference, sources.imported(reference), sources.modules(reference.name()));
            if (!source.version11() && !reference.revision().isEmpty()) {
                checkVersionOfImport(source, reference);
            }
        }
        for (Reference reference : source.includes()) {
            Optional<Source> submodule = sources.included(reference);
            checkFound(source, reference, submodule, sources.submodules(reference.name()));
            submodule.ifPresent(included -> checkIncluded(source, reference, included));
        }
        if (!source.isModule() && sources.modules(source.moduleName()).isEmpty()) {
            faults.add(
                    source.fault(source.root(), "belongs to module '" + source.moduleName() + "', which is not there"));
        }
    }

    /** RFC 7950 section 12. */
    private void checkVersionOfImport(Source source, Reference reference) {
        sources.imported(reference)
                .filter(Source::version11)
                .ifPresent(imported -> faults.add(source.fault(
                        reference.statement(),
                        "is of YANG 1.1, which a module of version 1 cannot import by revision")));
    }

    private void checkFound(Source source, Reference reference, Optional<Source> found, List<Source> revisions) {
        if (found.isPresent()) {
            return;
        }
        String reason = revisions.isEmpty()
                ? "is not there: no source has that name"
                : "asks for revision " + reference.revision() + "; there is "
                        + revisions.stream().map(Linkage::revision).collect(Collectors.joining(", "));
        faults.add(source.fault(reference.statement(), reason));
    }

    private static String revision(Source source) {
        return source.revision().isEmpty() ? "one without a revision" : source.revision();
    }

    private void checkIncluded(Source source, Reference reference, Source submodule) {
        if (!submodule.moduleName().equals(source.moduleName())) {
            faults.add(source.fault(
                    reference.statement(), "belongs to module '" + submodule.moduleName() + "', not to this one"));
        } else if (submodule.version11() != source.version11()) {
            faults.add(source.fault(
                    reference.statement(),
                    "is not of the same YANG version: " + submodule.file() + " is of " + version(submodule)));
        }
    }

    private static String version(Source source) {
        return source.version11() ? "1.1" : "1";
    }

    private void checkCircles(
            String what, Function<Source, List<Reference>> references, Function<Reference, Optional<Source>> target) {
        Function<Source, List<Source>> next = source -> references.apply(source).stream()
                .map(reference -> target.apply(reference).orElseThrow())
                .toList();
        for (List<Source> circle : Circles.among(sources.all(), next)) {
            Source first = circle.getFirst();
            Source last = circle.getLast();
            Reference closing = references.apply(last).stream()
                    .filter(reference -> target.apply(reference).orElseThrow().equals(first))
                    .findFirst()
                    .orElseThrow();
            faults.add(last.fault(closing.statement(), "closes a circle of " + what + ": " + way(circle)));
        }
    }

    private static String way(List<Source> circle) {
        String names = circle.stream().limit(NAMES_MAX).map(Source::name).collect(Collectors.joining(" -> "));
        String more = circle.size() > NAMES_MAX ? " -> " + (circle.size() - NAMES_MAX) + " more" : "";
        return names + more + " -> " + circle.getFirst().name();
    }
}
