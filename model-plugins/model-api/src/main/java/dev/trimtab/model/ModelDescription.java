package dev.trimtab.model;

import java.util.List;

/**
 * A model as its plugin gives it to the server.
 *
 * @param id name and version
 * @param title one line for people
 * @param sources every module the model consists of and every module they import; at least one is implemented
 */
public record ModelDescription(ModelId id, String title, List<YangSource> sources) {
    public ModelDescription {
        sources = List.copyOf(sources);
        if (sources.stream().noneMatch(YangSource::implemented)) {
            throw new IllegalArgumentException("model " + id + " implements no module");
        }
    }
}
