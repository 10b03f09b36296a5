package dev.trimtab.core.compatibility;

import dev.trimtab.core.model.SchemaNode;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;

/** What a leafref refers to, so that two paths to one node are the same. */
final class LeafrefTargets {
    private static final Pattern PREDICATE = Pattern.compile("\\[[^]]*]");
    private static final Pattern PREFIX = Pattern.compile("[\\w.-]+:(?=[\\w.-])");

    private LeafrefTargets() {}

    /** Path of the node, then the predicates on the way; the leafref's own text if it is not a plain path. */
    static String of(SchemaNode leaf) {
        String text = ((LeafrefTypeDefinition) leaf.type().definition())
                .getPathStatement()
                .getOriginalString()
                .replaceAll("\\s+", "");
        SchemaNode target = follow(leaf, PREDICATE.matcher(text).replaceAll(""));
        if (target == null) {
            return PREFIX.matcher(text).replaceAll("");
        }
        String predicates = PREDICATE
                .matcher(text)
                .results()
                .map(predicate -> PREFIX.matcher(predicate.group()).replaceAll(""))
                .collect(Collectors.joining());
        return target.path() + (predicates.isEmpty() ? "" : " " + predicates);
    }

    private static @Nullable SchemaNode follow(SchemaNode leaf, String path) {
        SchemaNode node = leaf;
        if (path.startsWith("/")) {
            while (node.parent() != null) {
                node = node.parent();
            }
        }
        for (String step : path.split("/", -1)) {
            if (node != null && !step.isEmpty()) {
                node = step.equals("..") ? node.parent() : node.child(step.substring(step.indexOf(':') + 1));
            }
        }
        return node;
    }
}
