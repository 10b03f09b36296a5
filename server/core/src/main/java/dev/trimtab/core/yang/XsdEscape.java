package dev.trimtab.core.yang;

import java.util.Set;

/**
 * An escape in a pattern, as members of a class of Java's.
 *
 * @param members what stands between the brackets of the class
 * @param negated whether the escape means all but the members
 * @param single the one character it means; -1 for a class
 * @param end index after the escape
 */
record XsdEscape(String members, boolean negated, int single, int end) {
    private static final String LITERALS = "\\|.?*+(){}-[]^";

    /** XML's NameStartChar and, after it, what NameChar adds. */
    private static final String NAME_START =
            ":A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF"
                    + "\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\x{10000}-\\x{EFFFF}";

    private static final String NAME = NAME_START + "\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040";

    private static final Set<String> CATEGORIES = Set.of(
            "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps",
            "Pe", "Pi", "Pf", "Po", "Z", "Zs", "Zl", "Zp", "S", "Sm", "Sc", "Sk", "So", "C", "Cc", "Cf", "Co", "Cn");

    /** @throws IllegalArgumentException for an escape that XML Schema does not have */
    static XsdEscape at(String text, int backslash) {
        if (backslash + 1 >= text.length()) {
            throw XsdPattern.fault(backslash, "'\\' escapes nothing");
        }
        char sign = text.charAt(backslash + 1);
        int end = backslash + 2;
        return switch (sign) {
            case 'n' -> single('\n', end);
            case 'r' -> single('\r', end);
            case 't' -> single('\t', end);
            case 'd', 'D' -> new XsdEscape("\\p{Nd}", sign == 'D', -1, end);
            case 's', 'S' -> new XsdEscape(" \\t\\n\\r", sign == 'S', -1, end);
            case 'w', 'W' -> new XsdEscape("\\p{P}\\p{Z}\\p{C}", sign == 'w', -1, end);
            case 'i', 'I' -> new XsdEscape(NAME_START, sign == 'I', -1, end);
            case 'c', 'C' -> new XsdEscape(NAME, sign == 'C', -1, end);
            case 'p', 'P' -> property(text, backslash, sign == 'P');
            default -> {
                if (LITERALS.indexOf(sign) < 0) {
                    throw XsdPattern.fault(backslash, "'\\" + sign + "' is no escape");
                }
                yield single(sign, end);
            }
        };
    }

    private static XsdEscape single(int character, int end) {
        var members = new StringBuilder();
        append(members, character);
        return new XsdEscape(members.toString(), false, character, end);
    }

    private static XsdEscape property(String text, int backslash, boolean negated) {
        int end = text.indexOf('}', backslash);
        if (end < 0 || text.charAt(backslash + 2) != '{') {
            throw XsdPattern.fault(backslash, "'{' and '}' must follow '\\p'");
        }
        String name = text.substring(backslash + 3, end);
        if (CATEGORIES.contains(name)) {
            return new XsdEscape("\\p{" + name + "}", negated, -1, end + 1);
        }
        if (!name.startsWith("Is") || !isBlock(name.substring(2))) {
            throw XsdPattern.fault(backslash, "'" + name + "' is neither a category nor a block of Unicode");
        }
        return new XsdEscape("\\p{In" + name.substring(2) + "}", negated, -1, end + 1);
    }

    private static boolean isBlock(String name) {
        try {
            Character.UnicodeBlock.forName(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Appends one character as Java takes it, in a class and out of one. */
    static void append(StringBuilder java, int character) {
        boolean plain = character > 0x7F || Character.isLetterOrDigit(character);
        if (character < ' ') {
            java.append(String.format("\\x%02x", character));
        } else {
            java.append(plain ? "" : "\\").appendCodePoint(character);
        }
    }
}
