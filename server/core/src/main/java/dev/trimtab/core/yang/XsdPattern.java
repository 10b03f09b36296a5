package dev.trimtab.core.yang;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Patterns of YANG: regular expressions of XML Schema, which match whole values (RFC 7950 section 9.4.5; XML Schema 1.0 part 2,
 * appendix F).
 *
 * <p>They look like Java's and differ: {@code ^} and {@code $} are characters, classes can be subtracted, blocks begin with
 * {@code Is}, {@code \i} and {@code \c} are those of XML names, and there are no groups, anchors or references of Perl.
 */
public final class XsdPattern {
    private static final int NESTING_MAX = ArgumentBounds.NESTING_MAX;

    private final String text;
    private final StringBuilder java = new StringBuilder();
    private int at;
    private int open;

    private XsdPattern(String text) {
        this.text = text;
    }

    /**
     * The pattern for {@link java.util.regex.Matcher#matches}.
     *
     * @throws IllegalArgumentException for what is no regular expression of XML Schema, with place and reason
     */
    public static Pattern compile(String text) {
        return Pattern.compile(new XsdPattern(text).translate());
    }

    /** Why the text is no such expression; empty if it is one. */
    static Optional<String> fault(String text) {
        try {
            new XsdPattern(text).translate();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private String translate() {
        boolean quantifiable = false;
        while (at < text.length()) {
            int from = at;
            int sign = text.codePointAt(at);
            switch (sign) {
                case '|' -> {
                    java.append('|');
                    at++;
                    quantifiable = false;
                }
                case '(' -> {
                    openGroup();
                    quantifiable = false;
                }
                case ')' -> {
                    closeGroup();
                    quantifiable = true;
                }
                case '?', '*', '+', '{' -> {
                    require(quantifiable, from, "there is nothing that '" + (char) sign + "' could repeat");
                    quantifier();
                    quantifiable = false;
                }
                default -> {
                    atom(sign);
                    quantifiable = true;
                }
            }
        }
        require(open == 0, at, "')' is missing");
        return java.toString();
    }

    private void openGroup() {
        require(++open <= NESTING_MAX, at, "groups are nested more than " + NESTING_MAX + " deep");
        java.append("(?:");
        at++;
    }

    private void closeGroup() {
        require(--open >= 0, at, "')' closes nothing");
        java.append(')');
        at++;
    }

    private void atom(int sign) {
        switch (sign) {
            case '.' -> {
                java.append("[^\\n\\r]");
                at++;
            }
            case '[' -> {
                var characters = new XsdClass(text, at);
                java.append(characters.java());
                at = characters.end();
            }
            case '\\' -> {
                var escape = XsdEscape.at(text, at);
                java.append('[')
                        .append(escape.negated() ? "^" : "")
                        .append(escape.members())
                        .append(']');
                at = escape.end();
            }
            case ']' -> throw fault(at, "']' closes nothing");
            default -> {
                XsdEscape.append(java, sign);
                at += Character.charCount(sign);
            }
        }
    }

    private void quantifier() {
        if (text.charAt(at) != '{') {
            java.append(text.charAt(at++));
            return;
        }
        int end = text.indexOf('}', at);
        require(end > 0, at, "'}' is missing");
        String quantity = text.substring(at + 1, end);
        require(quantity.matches("\\d{1,9}(,\\d{0,9})?"), at, "'{" + quantity + "}' is no quantity");
        String[] bounds = quantity.split(",", -1);
        require(
                bounds.length < 2 || bounds[1].isEmpty() || Integer.parseInt(bounds[0]) <= Integer.parseInt(bounds[1]),
                at,
                "'{" + quantity + "}' descends");
        java.append(text, at, end + 1);
        at = end + 1;
    }

    private static void require(boolean holds, int at, String reason) {
        if (!holds) {
            throw fault(at, reason);
        }
    }

    /** @param at index of what is wrong; people count from 1 */
    static IllegalArgumentException fault(int at, String reason) {
        return new IllegalArgumentException("at character " + (at + 1) + ", " + reason);
    }
}
