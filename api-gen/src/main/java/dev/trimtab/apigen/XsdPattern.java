package dev.trimtab.apigen;

import java.util.Optional;

/**
 * Rewrites a pattern of YANG (a regular expression of XML Schema) as one of JSON Schema (ECMA-262 with the flag {@code u}).
 *
 * <p>The rewritten pattern matches exactly the same texts, or there is none. Source: XML Schema part 2, appendix F; RFC 7950
 * section 9.4.5.
 */
final class XsdPattern {
    private static final String SINGLE_ESCAPES = "nrt\\|.?*+(){}-[]^";

    private final String xsd;
    private final StringBuilder ecma = new StringBuilder("^(?:");
    private int at;
    private int depth;

    private XsdPattern(String xsd) {
        this.xsd = xsd;
    }

    /** Empty where ECMA has no equal: blocks, name characters and subtraction of classes. */
    static Optional<String> toEcma(String xsd) {
        return new XsdPattern(xsd).translate();
    }

    private Optional<String> translate() {
        while (at < xsd.length()) {
            char c = xsd.charAt(at++);
            boolean known = switch (c) {
                case '\\' -> escape();
                case '[' -> open();
                case ']' -> close();
                default -> plain(c);
            };
            if (!known) {
                return Optional.empty();
            }
        }
        return depth == 0 ? Optional.of(ecma.append(")$").toString()) : Optional.empty();
    }

    /** A second bracket inside a class subtracts from it, which ECMA does not know. */
    private boolean open() {
        ecma.append('[');
        return depth++ == 0;
    }

    private boolean close() {
        ecma.append(']');
        return depth-- == 1;
    }

    private boolean plain(char c) {
        if (depth > 0) {
            ecma.append(c);
        } else if (c == '.') {
            ecma.append("[^\\n\\r]");
        } else if (c == '^' || c == '$' || c == '/') {
            ecma.append('\\').append(c); // ordinary characters in XML Schema
        } else {
            ecma.append(c);
        }
        return true;
    }

    private boolean escape() {
        if (at == xsd.length()) {
            return false;
        }
        char c = xsd.charAt(at++);
        switch (c) {
            case 'd' -> ecma.append("\\p{Nd}");
            case 'D' -> ecma.append("\\P{Nd}");
            case 's' -> ecma.append(depth > 0 ? " \\t\\n\\r" : "[ \\t\\n\\r]");
            case 'p', 'P' -> {
                return category(c);
            }
            default -> {
                return single(c);
            }
        }
        return true;
    }

    private boolean single(char c) {
        if (SINGLE_ESCAPES.indexOf(c) < 0) {
            return false;
        }
        // Outside a class the flag u allows no needless escape, and a dash needs none there.
        ecma.append(c == '-' && depth == 0 ? "-" : "\\" + c);
        return true;
    }

    private boolean category(char c) {
        int end = xsd.indexOf('}', at);
        if (end < 0 || xsd.startsWith("{Is", at)) {
            return false;
        }
        ecma.append('\\').append(c).append(xsd, at, end + 1);
        at = end + 1;
        return true;
    }
}
