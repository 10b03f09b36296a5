package dev.trimtab.app.plugin;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.YangSource;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells whether what a plugin describes is the model that is served. */
final class Differences {
    private Differences() {}

    /** What is different, in a few words; empty where nothing is. The titles may differ, and so may the order of the sources. */
    static String between(ModelDescription served, ModelDescription described) {
        if (!served.id().equals(described.id())) {
            return "it describes " + described.id();
        }
        Map<String, YangSource> expected = sources(served);
        Map<String, YangSource> found = sources(described);
        for (String file : expected.keySet()) {
            if (!expected.get(file).equals(found.get(file))) {
                return "its text of " + file + " is another";
            }
        }
        for (String file : found.keySet()) {
            if (!expected.containsKey(file)) {
                return "it has " + file + " besides";
            }
        }
        boolean same = served.features().equals(described.features())
                && served.xpathExtensions().equals(described.xpathExtensions());
        return same ? "" : "its features or XPath extensions are others";
    }

    private static Map<String, YangSource> sources(ModelDescription description) {
        return description.sources().stream()
                .collect(Collectors.toMap(YangSource::fileName, source -> source, (first, _) -> first));
    }
}
