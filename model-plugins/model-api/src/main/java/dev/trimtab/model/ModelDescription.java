package dev.trimtab.model;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A model as its plugin gives it to the server; immutable.
 *
 * @param id name and version
 * @param title one line for people
 * @param sources every module the model consists of and every module they import; at least one is implemented
 * @param features the enabled features of each module that is named here: exactly these, none if the set is empty; a module
 *     that is not named here has all its features (RFC 7950 section 7.20.1)
 * @param xpathExtensions what the model's expressions may use beyond XPath 1.0
 */
public record ModelDescription(
        ModelId id,
        String title,
        List<YangSource> sources,
        Map<String, Set<String>> features,
        Set<XPathExtension> xpathExtensions) {
    public ModelDescription {
        sources = List.copyOf(sources);
        features = features.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, module -> Set.copyOf(module.getValue())));
        xpathExtensions = Set.copyOf(xpathExtensions);
        if (sources.stream().noneMatch(YangSource::implemented)) {
            throw new IllegalArgumentException("model " + id + " implements no module");
        }
    }

    /** A model with every feature of its modules, and expressions in plain XPath. */
    public ModelDescription(ModelId id, String title, List<YangSource> sources) {
        this(id, title, sources, Map.of(), Set.of());
    }
}
