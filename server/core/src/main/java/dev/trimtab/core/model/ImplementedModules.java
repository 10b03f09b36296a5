package dev.trimtab.core.model;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.YangSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opendaylight.yangtools.openconfig.model.api.OpenConfigVersionEffectiveStatement;
import org.opendaylight.yangtools.yang.common.QNameModule;
import org.opendaylight.yangtools.yang.common.Revision;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.opendaylight.yangtools.yang.model.api.Module;
import org.opendaylight.yangtools.yang.model.api.source.SourceIdentifier;

/** Which modules of a parsed model are implemented and what they are called. */
final class ImplementedModules {
    private final Map<QNameModule, String> names = new HashMap<>();
    private final Set<QNameModule> implemented = new HashSet<>();
    private final List<ModuleInfo> infos;

    private ImplementedModules(EffectiveModelContext schema, List<SourceIdentifier> implementedSources) {
        for (Module module : schema.getModules()) {
            names.put(module.getQNameModule(), module.getName());
            if (implementedSources.stream().anyMatch(source -> isSourceOf(source, module))) {
                implemented.add(module.getQNameModule());
            }
        }
        infos = schema.getModules().stream()
                .filter(module -> contains(module.getQNameModule()))
                .map(ImplementedModules::info)
                .sorted(Comparator.comparing(ModuleInfo::name))
                .toList();
    }

    static ImplementedModules of(ModelDescription description, EffectiveModelContext schema) {
        return new ImplementedModules(
                schema,
                description.sources().stream()
                        .filter(YangSource::implemented)
                        .map(source -> SourceIdentifier.ofYangFileName(source.fileName()))
                        .toList());
    }

    private static boolean isSourceOf(SourceIdentifier source, Module module) {
        Revision revision = source.revision();
        return source.name().getLocalName().equals(module.getName())
                && (revision == null || revision.equals(module.getQNameModule().revision()));
    }

    private static ModuleInfo info(Module module) {
        String revision =
                module.getQNameModule().findRevision().map(Revision::toString).orElse("");
        String version = module.asEffectiveStatement()
                .findFirstEffectiveSubstatement(OpenConfigVersionEffectiveStatement.class)
                .map(statement -> statement.argument().toString())
                .orElse(revision);
        return new ModuleInfo(
                module.getName(),
                module.getQNameModule().namespace().toString(),
                module.getOrganization().orElse("").strip(),
                revision,
                version);
    }

    boolean contains(QNameModule module) {
        return implemented.contains(module);
    }

    /** Name of a module, whether implemented or not. */
    String name(QNameModule module) {
        String name = names.get(module);
        if (name == null) {
            throw new IllegalStateException("no module has the namespace " + module);
        }
        return name;
    }

    List<ModuleInfo> infos() {
        return infos;
    }
}
