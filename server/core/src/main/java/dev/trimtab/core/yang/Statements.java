package dev.trimtab.core.yang;

import java.text.ParseException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.ir.IRArgument;
import org.opendaylight.yangtools.yang.ir.IRStatement;
import org.opendaylight.yangtools.yang.ir.StringEscaping;

/** Looks at statements as they were read. */
final class Statements {
    private static final int SHOWN_MAX = 60;

    private Statements() {}

    /** Whether the statement is YANG's own {@code keyword}; one with a prefix is an extension's. */
    static boolean is(IRStatement statement, String keyword) {
        return statement.keyword().prefix() == null
                && statement.keyword().identifier().equals(keyword);
    }

    static Stream<IRStatement> children(IRStatement statement, String keyword) {
        return statement.statements().stream()
                .filter(child -> is(child, keyword))
                .map(IRStatement.class::cast);
    }

    static @Nullable IRStatement child(IRStatement statement, String keyword) {
        for (IRStatement child : statement.statements()) {
            if (is(child, keyword)) {
                return child;
            }
        }
        return null;
    }

    /** Argument of the first {@code keyword} in the statement; empty without one. */
    static String argument(IRStatement statement, String keyword) {
        IRStatement child = child(statement, keyword);
        return child == null ? "" : argument(child);
    }

    /** The argument with version 1's escapes, which take every text; empty without one. Yangtools refuses what 1.1 does not have. */
    static String argument(IRStatement statement) {
        IRArgument argument = statement.argument();
        if (argument == null) {
            return "";
        }
        try {
            return argument.asString(StringEscaping.RFC6020);
        } catch (ParseException e) {
            throw new IllegalStateException("version 1 has an escape that is wrong: " + argument, e);
        }
    }

    /** Keyword and argument on one line, cut if long: what a message calls the statement. */
    static String title(IRStatement statement) {
        String argument = shortened(argument(statement));
        String keyword = statement.keyword().asStringDeclaration();
        return argument.isEmpty() ? keyword : keyword + " " + argument;
    }

    static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN_MAX ? line : line.substring(0, SHOWN_MAX) + "...";
    }
}
