package dev.trimtab.core.yang;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opendaylight.yangtools.yang.ir.IRStatement;

/** Names, values and positions that are told once (RFC 7950 sections 6.2.1, 7.1.4, 9.6.4 and 9.7.4). */
final class NameRules {
    private static final Set<String> UNIQUE_IN_MODULE = Set.of("feature", "identity", "extension");

    private final List<Fault> faults;
    /** Of modules, by name, revision and kind: a module and its submodules have one set of names. */
    private final Map<String, Set<String>> ofModules = new HashMap<>();

    NameRules(List<Fault> faults) {
        this.faults = faults;
    }

    void check(Node node) {
        if (node.parent() == null) {
            checkPrefixes(node.source());
        } else if (node.is("type")) {
            checkMembers(node, "enum", "value");
            checkMembers(node, "bit", "position");
        } else if (node.statement().keyword().prefix() == null
                && UNIQUE_IN_MODULE.contains(node.statement().keyword().identifier())) {
            checkInModule(node);
        }
    }

    private void checkPrefixes(Source source) {
        Set<String> prefixes = new HashSet<>(Set.of(source.prefix()));
        for (Source.Reference imported : source.imports()) {
            if (!prefixes.add(imported.prefix())) {
                faults.add(source.fault(
                        imported.statement(),
                        "has the prefix '" + imported.prefix() + "', which means another module"));
            }
        }
    }

    private void checkInModule(Node node) {
        Source source = node.source();
        // Of a submodule the module's revision is not known here; two revisions of one module share no submodules.
        String module = source.moduleName() + "@" + (source.isModule() ? source.revision() : source.name());
        String kind = module + " " + node.statement().keyword().identifier();
        if (!ofModules.computeIfAbsent(kind, _ -> new HashSet<>()).add(node.argument())) {
            faults.add(node.fault("is defined twice"));
        }
    }

    private void checkMembers(Node type, String keyword, String number) {
        Set<String> names = new HashSet<>();
        Set<Long> numbers = new HashSet<>();
        long next = 0;
        for (IRStatement member : type.statement().statements()) {
            if (!Statements.is(member, keyword)) {
                continue;
            }
            if (!names.add(Statements.argument(member))) {
                faults.add(type.source().fault(member, "is there twice"));
            }
            IRStatement explicit = Statements.child(member, number);
            long own = explicit == null ? next : number(Statements.argument(explicit), next);
            // A restriction of a derived type has its numbers from there.
            boolean first =
                    numbers.add(own) || (explicit == null && !type.argument().matches("enumeration|bits"));
            if (!first) {
                faults.add(type.source().fault(member, "has the " + number + " " + own + ", as one before it"));
            }
            next = Math.max(next, own + 1);
        }
    }

    /** What is no number is another rule's fault. */
    private static long number(String text, long otherwise) {
        return text.matches("-?[0-9]{1,10}") ? Long.parseLong(text) : otherwise;
    }
}
