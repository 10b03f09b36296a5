package dev.trimtab.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.cli.client.ConfigPath.Step;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds in an OpenAPI document in which order a URL names the keys of a list.
 *
 * <p>The document has a template for each entry, such as {@code /net/v1.0.x/{target}/interface/{name}/address/{ip}/{prefix-length}}.
 * A parameter is called as its key, or as list and key with a hyphen where a list above has a key of that name.
 */
final class KeyOrder {
    /** Empty text, model, version and target come before the path of a template. */
    private static final int BASE_SEGMENTS = 4;

    private KeyOrder() {}

    /**
     * @param paths the document's {@code paths}
     * @param steps down to the list; its keys are given
     * @return the keys of the last step, ordered
     * @throws WrongInputException when the model has no such list with these keys
     */
    static List<String> of(JsonNode paths, List<Step> steps) {
        for (Iterator<String> names = paths.fieldNames(); names.hasNext(); ) {
            List<String> segments = List.of(names.next().split("/", -1));
            if (segments.size() == BASE_SEGMENTS + length(steps) && follows(segments, steps)) {
                return ordered(segments, steps.getLast());
            }
        }
        Step list = steps.getLast();
        throw new WrongInputException("the model has no list '" + plain(list.name()) + "' there with the keys "
                + list.keys().keySet());
    }

    private static int length(List<Step> steps) {
        return steps.stream().mapToInt(step -> 1 + step.keys().size()).sum();
    }

    private static boolean follows(List<String> segments, List<Step> steps) {
        int at = BASE_SEGMENTS;
        for (Step step : steps) {
            if (!segments.get(at++).equals(plain(step.name()))) {
                return false;
            }
            for (int i = 0; i < step.keys().size(); i++) {
                if (!segments.get(at++).startsWith("{")) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<String> ordered(List<String> segments, Step list) {
        Set<String> typed = new TreeSet<>(list.keys().keySet());
        List<String> ordered = new ArrayList<>();
        for (String segment : segments.subList(segments.size() - typed.size(), segments.size())) {
            String parameter = segment.substring(1, segment.length() - 1);
            String key = list.keys().keySet().stream()
                    .filter(each -> isFor(parameter, plain(list.name()), plain(each)))
                    .findFirst()
                    .orElseThrow(() -> new WrongInputException("list '" + plain(list.name()) + "' has a key '"
                            + parameter + "', and the path gives " + typed));
            ordered.add(key);
        }
        return ordered;
    }

    /** A number at the end tells parameters apart that would be called the same. */
    private static boolean isFor(String parameter, String list, String key) {
        String longer = list + "-" + key;
        return parameter.equals(key)
                || parameter.equals(longer)
                || (parameter.startsWith(longer + "-")
                        && parameter.substring(longer.length() + 1).matches("\\d+"));
    }

    /** Without the name of a module before a colon. */
    private static String plain(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
