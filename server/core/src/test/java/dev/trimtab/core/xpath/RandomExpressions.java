package dev.trimtab.core.xpath;

import dev.trimtab.core.model.LoadedModel;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Expressions of XPath 1.0 drawn at random: every operator, axis, node test and function that XML without attributes has.
 *
 * <p>Left out is what the JDK's evaluator gets wrong, seen on JDK 25: unions of or within other expressions but paths, two minus
 * signs, a fraction or a negative number as a position or in {@code substring()}, {@code /} before an operator,
 * {@code position()} and {@code last()} outside predicates, and {@code last()} behind {@code //}. {@link XPathTableTest} has all
 * of it.
 */
public final class RandomExpressions {
    private static final List<String> AXES = List.of(
            "ancestor",
            "ancestor-or-self",
            "child",
            "descendant",
            "descendant-or-self",
            "following",
            "following-sibling",
            "parent",
            "preceding",
            "preceding-sibling",
            "self");
    private static final List<String> TESTS = List.of(
            "i:n",
            "i:s",
            "i:l",
            "i:k",
            "i:v",
            "i:c",
            "i:p",
            "i:q",
            "i:m",
            "i:e",
            "i:none",
            "*",
            "i:*",
            "node()",
            "text()",
            "comment()",
            "processing-instruction()",
            "processing-instruction('x')");
    private static final List<String> NUMBERS =
            List.of("0", "1", "2", "3", "7", "1.5", ".5", "10", "0.1", "1000000", "2.", "100000000000000000000");
    private static final List<String> POSITIONS = List.of("1", "2", "3", "7");
    private static final List<String> TEXTS = List.of(
            "''",
            "'x'",
            "'y'",
            "\"a b\"",
            "' 7 '",
            "'-3'",
            "'1.50'",
            "'abcabc'",
            "'+1'",
            "'1e3'",
            "'.'",
            "'-'",
            "'\t a \n'");
    private static final List<String> COMPARISONS = List.of("=", "!=", "<", "<=", ">", ">=");
    private static final List<String> ARITHMETIC = List.of("+", "-", "*", "div", "mod");

    private final Random random;

    public RandomExpressions(Random random) {
        this.random = random;
    }

    /** An expression of any type. */
    public String next() {
        return random.nextInt(10) == 0 ? union(2) : any(3);
    }

    /** An expression that gives nodes. */
    public String nextNodes() {
        return nodes(2);
    }

    /** Compiles an expression for instances of {@code context}. */
    public static XPath compile(String text, XSchema context, LoadedModel model) {
        var module = context.name().getModule();
        var compiler = new XPathCompiler(model.schema(), Set.of());
        return compiler.compile(Document.bind(text, module), module, context);
    }

    private String union(int depth) {
        return path(depth) + " | " + path(depth);
    }

    private String any(int depth) {
        return oneOf(List.of(() -> nodes(depth), () -> number(depth), () -> text(depth), () -> truth(depth)));
    }

    private String truth(int depth) {
        if (depth == 0) {
            return pick(List.of("true()", "false()"));
        }
        int d = depth - 1;
        return oneOf(List.of(
                () -> "(" + any(d) + " " + pick(COMPARISONS) + " " + any(d) + ")",
                () -> "(" + any(d) + " and " + any(d) + ")",
                () -> "(" + any(d) + " or " + any(d) + ")",
                () -> "not(" + any(d) + ")",
                () -> "boolean(" + any(d) + ")",
                () -> "contains(" + any(d) + ", " + text(d) + ")",
                () -> "starts-with(" + any(d) + ", " + text(d) + ")",
                () -> nodes(d) + pick(COMPARISONS) + nodes(d)));
    }

    private String number(int depth) {
        if (depth == 0) {
            return pick(NUMBERS);
        }
        int d = depth - 1;
        return oneOf(List.of(
                () -> "(" + any(d) + " " + pick(ARITHMETIC) + " " + any(d) + ")",
                () -> number(d) + " " + pick(ARITHMETIC) + " " + number(d),
                () -> "-(" + number(d) + ")",
                () -> "count(" + nodes(d) + ")",
                () -> pick(List.of("count", "sum", "number")) + "(" + union(d) + ")",
                () -> "sum(" + nodes(d) + ")",
                () -> pick(List.of("floor", "ceiling", "round", "number")) + "(" + any(d) + ")",
                () -> "string-length(" + any(d) + ")",
                () -> pick(List.of("number()", "string-length()"))));
    }

    private String text(int depth) {
        if (depth == 0) {
            return pick(TEXTS);
        }
        int d = depth - 1;
        return oneOf(List.of(
                () -> "string(" + any(d) + ")",
                () -> pick(List.of("string", "name")) + "(" + union(d) + ")",
                () -> "concat(" + any(d) + ", " + any(d) + ")",
                () -> "substring(" + text(d) + ", " + pick(POSITIONS) + ")",
                () -> "substring(" + text(d) + ", " + pick(POSITIONS) + ", " + pick(POSITIONS) + ")",
                () -> pick(List.of("substring-before", "substring-after")) + "(" + any(d) + ", " + text(d) + ")",
                () -> "normalize-space(" + any(d) + ")",
                () -> "translate(" + any(d) + ", " + text(d) + ", " + text(d) + ")",
                () -> pick(List.of("local-name", "name", "namespace-uri")) + "(" + nodes(d) + ")",
                () -> pick(List.of("string()", "normalize-space()", "local-name()", "name()"))));
    }

    private String nodes(int depth) {
        if (depth == 0) {
            return pick(List.of(
                    ".", "..", "/i:c/..", "i:v", "*", "//i:l", "../i:n", "/i:c/i:l/i:k", "text()", "../../i:m"));
        }
        int d = depth - 1;
        return oneOf(List.of(
                () -> path(d),
                () -> path(d),
                () -> path(d),
                () -> "(" + nodes(d) + ")" + predicate(d, true),
                () -> "(" + nodes(d) + ")/" + steps(d, false),
                () -> "(" + nodes(d) + ")//" + steps(d, false)));
    }

    private String path(int depth) {
        return random.nextInt(6) == 0
                ? "//" + steps(depth, false)
                : pick(List.of("", "", "/", "/i:c/", "../")) + steps(depth, true);
    }

    /** @param counted whether predicates may use {@code last()} */
    private String steps(int depth, boolean counted) {
        boolean anywhere = random.nextInt(5) == 0;
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(_ -> step(depth, counted && !anywhere))
                .collect(Collectors.joining(anywhere ? "//" : "/"));
    }

    private String step(int depth, boolean counted) {
        return switch (random.nextInt(6)) {
            case 0 -> ".";
            case 1 -> "..";
            case 2, 3 -> pick(TESTS) + predicates(depth, counted);
            default -> pick(AXES) + "::" + pick(TESTS) + predicates(depth, counted);
        };
    }

    private String predicates(int depth, boolean counted) {
        return IntStream.range(0, Math.max(0, random.nextInt(4) - 1))
                .mapToObj(_ -> predicate(depth, counted))
                .collect(Collectors.joining());
    }

    private String predicate(int depth, boolean counted) {
        return "["
                + oneOf(List.of(
                        () -> pick(POSITIONS),
                        () -> counted ? "last()" : "1",
                        () -> "position() " + pick(COMPARISONS) + " " + number(0),
                        () -> (counted ? "last() " : "position() ") + pick(List.of("+", "-", "*")) + " "
                                + pick(POSITIONS),
                        () -> "position() mod 2 " + pick(COMPARISONS) + " " + any(0),
                        () -> "i:k = " + pick(TEXTS),
                        () -> oneOf(List.of(() -> truth(depth), () -> nodes(depth), () -> text(depth)))))
                + "]";
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String oneOf(List<Supplier<String>> some) {
        return some.get(random.nextInt(some.size())).get();
    }
}
