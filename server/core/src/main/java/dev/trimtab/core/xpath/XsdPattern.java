package dev.trimtab.core.xpath;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of XML Schema on Java's: always anchored, so that {@code ^} and {@code $} stand for themselves. */
final class XsdPattern {
    private XsdPattern() {}

    static Pattern compile(String xsd) {
        var java = new StringBuilder();
        int classes = 0;
        for (int i = 0; i < xsd.length(); i++) {
            char c = xsd.charAt(i);
            if (c == '\\' && i + 1 < xsd.length()) {
                java.append(escape(xsd.charAt(++i)));
                continue;
            }
            classes += c == '[' ? 1 : c == ']' ? -1 : 0;
            java.append((c == '^' || c == '$') && classes == 0 ? "\\" + c : String.valueOf(c));
        }
        try {
            return Pattern.compile(java.toString());
        } catch (PatternSyntaxException e) {
            throw new UnsupportedXPathException("the pattern '" + xsd + "' is not supported: " + e.getDescription());
        }
    }

    /** {@code \d} is every decimal digit of Unicode; {@code \i} and {@code \c} are the characters of XML names. */
    private static String escape(char c) {
        return switch (c) {
            case 'd' -> "\\p{Nd}";
            case 'D' -> "\\P{Nd}";
            case 'i' -> "[\\p{L}_:]";
            case 'c' -> "[\\p{L}\\p{Nd}\\-._:]";
            default -> "\\" + c;
        };
    }
}
