package dev.trimtab.cli.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A path as it was typed: {@code /site[site-id=a]/slice[slice-id=b]/sst}.
 *
 * @param steps from the root down; none for the root
 */
public record ConfigPath(List<Step> steps) {

    /**
     * One level of a path.
     *
     * @param keys in the order they were typed; empty for what is not a list entry
     */
    public record Step(String name, Map<String, String> keys) {
        public Step {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }
    }

    public ConfigPath {
        steps = List.copyOf(steps);
    }

    /**
     * Reads the text form of gNMI; the slash at the begin may be left out.
     *
     * @throws WrongInputException with the text and the place where it is wrong
     */
    public static ConfigPath parse(String text) {
        return new ConfigPathReader(text).path();
    }
}
