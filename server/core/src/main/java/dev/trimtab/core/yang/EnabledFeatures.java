package dev.trimtab.core.yang;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opendaylight.yangtools.yang.model.api.stmt.FeatureSet;

/** Which features are enabled: of the modules that the description names those it names, of others all. */
final class EnabledFeatures {
    private EnabledFeatures() {}

    /** @throws FaultyYangException for a module or feature that is not there */
    static FeatureSet of(Map<String, Set<String>> features, Sources sources) {
        List<Fault> faults = new ArrayList<>();
        FeatureSet.Builder enabled = FeatureSet.builder();
        features.forEach((name, ofModule) -> {
            List<Source> modules = sources.modules(name);
            if (modules.isEmpty()) {
                faults.add(Fault.ofModel("features of module '" + name + "' are enabled, and no source has that name"));
            } else {
                faults.addAll(unknown(modules, ofModule, sources));
            }
            modules.forEach(module -> enabled.addModuleFeatures(module.qnameModule(), ofModule));
        });
        if (!faults.isEmpty()) {
            throw new FaultyYangException(faults);
        }
        return enabled.build();
    }

    private static List<Fault> unknown(List<Source> modules, Set<String> enabled, Sources sources) {
        Set<String> declared = modules.stream()
                .flatMap(module -> sources.wholeModule(module).stream())
                .flatMap(part -> Statements.children(part.root(), "feature"))
                .map(Statements::argument)
                .collect(Collectors.toSet());
        return enabled.stream()
                .filter(feature -> !declared.contains(feature))
                .sorted()
                .map(feature -> modules.getFirst()
                        .fault(modules.getFirst().root(), "has no feature '" + feature + "' to be enabled"))
                .toList();
    }
}
