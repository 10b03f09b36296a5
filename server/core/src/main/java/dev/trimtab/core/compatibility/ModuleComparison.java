package dev.trimtab.core.compatibility;

import static java.util.stream.Collectors.toMap;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.ModuleInfo;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opendaylight.yangtools.yang.model.api.IdentitySchemaNode;
import org.opendaylight.yangtools.yang.model.api.Module;
import org.opendaylight.yangtools.yang.model.api.SchemaNode;

/** Compares what modules say of themselves, and what they define apart from data. */
final class ModuleComparison {
    private final Findings findings;

    ModuleComparison(Findings findings) {
        this.findings = findings;
    }

    void compare(LoadedModel old, LoadedModel now) {
        Map<String, Module> before = modules(old);
        Map<String, Module> after = modules(now);
        before.forEach((name, module) -> {
            Module same = after.get(name);
            if (same == null) {
                findings.add(Impact.BREAKING, place(name), "module", "it is gone");
            } else {
                compare(module, same);
            }
        });
        after.keySet().stream()
                .filter(name -> !before.containsKey(name))
                .forEach(name -> findings.add(Impact.NON_BREAKING, place(name), "module", "it is new"));
    }

    private static Map<String, Module> modules(LoadedModel model) {
        Set<String> implemented = new TreeSet<>();
        model.modules().stream().map(ModuleInfo::name).forEach(implemented::add);
        return model.schema().getModules().stream()
                .filter(module -> implemented.contains(module.getName()))
                .collect(toMap(Module::getName, module -> module, ModuleComparison::newer, TreeMap::new));
    }

    private static Module newer(Module one, Module other) {
        return one.getQNameModule().compareTo(other.getQNameModule()) > 0 ? one : other;
    }

    private static String place(String module) {
        return "module " + module;
    }

    private void compare(Module old, Module now) {
        String place = place(old.getName());
        String namespace = old.getNamespace().toString();
        if (!now.getNamespace().toString().equals(namespace)) {
            findings.add(
                    Impact.BREAKING,
                    place,
                    "namespace",
                    changed(namespace, now.getNamespace().toString()));
        }
        if (!now.getPrefix().equals(old.getPrefix())) {
            findings.add(Impact.EDITORIAL, place, "prefix", changed(old.getPrefix(), now.getPrefix()));
        }
        names(place, "feature", names(old.getFeatures()), names(now.getFeatures()));
        names(place, "rpc", names(old.getRpcs()), names(now.getRpcs()));
        names(place, "notification", names(old.getNotifications()), names(now.getNotifications()));
        names(place, "identity", names(old.getIdentities()), names(now.getIdentities()));
        bases(place, old, now);
    }

    private void bases(String place, Module old, Module now) {
        Map<String, Set<String>> after = new TreeMap<>();
        now.getIdentities().forEach(identity -> after.put(name(identity), names(identity.getBaseIdentities())));
        for (IdentitySchemaNode identity : old.getIdentities()) {
            Set<String> lost = names(identity.getBaseIdentities());
            lost.removeAll(after.getOrDefault(name(identity), lost));
            for (String base : lost) {
                findings.add(
                        Impact.BREAKING,
                        place,
                        "base",
                        "identity '" + name(identity) + "' no longer derives from '" + base + "'");
            }
        }
    }

    private void names(String place, String what, Set<String> old, Set<String> now) {
        old.stream()
                .filter(name -> !now.contains(name))
                .forEach(name -> findings.add(Impact.BREAKING, place, what, "'" + name + "' is gone"));
        now.stream()
                .filter(name -> !old.contains(name))
                .forEach(name -> findings.add(Impact.NON_BREAKING, place, what, "'" + name + "' is new"));
    }

    private static Set<String> names(Collection<? extends SchemaNode> nodes) {
        Set<String> names = new TreeSet<>();
        nodes.forEach(node -> names.add(name(node)));
        return names;
    }

    private static String name(SchemaNode node) {
        return node.getQName().getLocalName();
    }

    private static String changed(String before, String after) {
        return "'" + before + "' became '" + after + "'";
    }
}
