package dev.trimtab.core.yang;

import java.util.Set;
import org.opendaylight.yangtools.yang.ir.IRStatement;

/** Bounds the arguments that are languages of their own: their parsers recurse, also where they are not nested. */
final class ArgumentBounds {
    private static final Set<String> LANGUAGES = Set.of(
            "must", "when", "path", "if-feature", "pattern", "range", "length", "augment", "deviation", "refine");

    /** Twice the longest expression of OpenConfig and the IETF is a tenth of it. */
    static final int LENGTH_MAX = 16 << 10;

    static final int NESTING_MAX = 100;

    private ArgumentBounds() {}

    /** @throws FaultyYangException with the first argument that is beyond a bound */
    static void check(Source source) {
        check(source, source.root());
    }

    private static void check(Source source, IRStatement statement) {
        if (statement.keyword().prefix() == null
                && LANGUAGES.contains(statement.keyword().identifier())) {
            checkArgument(source, statement);
        }
        statement.statements().forEach(child -> check(source, child));
    }

    private static void checkArgument(Source source, IRStatement statement) {
        String argument = Statements.argument(statement);
        if (argument.length() > LENGTH_MAX) {
            throw fault(source, statement, "has " + argument.length() + " characters; " + LENGTH_MAX + " are the most");
        }
        if (nesting(argument) > NESTING_MAX) {
            throw fault(source, statement, "is nested more than " + NESTING_MAX + " deep");
        }
    }

    /** Without regard for what is quoted: nothing sensible comes near the bound either way. */
    private static int nesting(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(', '[' -> deepest = Math.max(deepest, ++depth);
                case ')', ']' -> depth--;
                default -> {}
            }
        }
        return deepest;
    }

    private static FaultyYangException fault(Source source, IRStatement at, String reason) {
        return new FaultyYangException(source.fault(at, reason));
    }
}
