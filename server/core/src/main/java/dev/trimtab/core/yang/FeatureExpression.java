package dev.trimtab.core.yang;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The argument of {@code if-feature}, looked at and not evaluated (RFC 7950 section 7.20.2).
 *
 * @param features the names in it, with their prefixes
 * @param fault why it is no expression; null if it is one
 */
record FeatureExpression(List<String> features, @Nullable String fault) {
    private static final Pattern TOKEN = Pattern.compile("[()]|[^\\s()]+");
    private static final Pattern NAME = Pattern.compile("([A-Za-z_][\\w.-]*:)?[A-Za-z_][\\w.-]*");
    private static final Set<String> WORDS = Set.of("and", "or", "not");

    static FeatureExpression of(String argument) {
        List<String> features = new ArrayList<>();
        List<String> tokens =
                TOKEN.matcher(argument).results().map(token -> token.group()).toList();
        int open = 0;
        boolean operand = true; // what must come next, else an operator or the end
        for (String token : tokens) {
            boolean fits = operand
                    ? token.equals("(")
                            || token.equals("not")
                            || (!WORDS.contains(token) && NAME.matcher(token).matches())
                    : token.equals("and") || token.equals("or") || (token.equals(")") && open > 0);
            if (!fits) {
                return new FeatureExpression(List.of(), "'" + Statements.shortened(token) + "' cannot stand there");
            }
            switch (token) {
                case "(" -> open++;
                case ")" -> open--;
                case "not" -> {}
                case "and", "or" -> operand = true;
                default -> {
                    features.add(token);
                    operand = false;
                }
            }
        }
        return operand || open > 0
                ? new FeatureExpression(List.of(), "it ends too early")
                : new FeatureExpression(features, null);
    }
}
