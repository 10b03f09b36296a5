package dev.trimtab.core.pattern;

import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The sets of characters that escapes of XML Schema's patterns stand for. Source: XML Schema Part 2, appendix F.1.1. */
final class CharacterSets {
    private static final Map<String, Integer> CATEGORIES = Map.ofEntries(
            category("Lu", Character.UPPERCASE_LETTER),
            category("Ll", Character.LOWERCASE_LETTER),
            category("Lt", Character.TITLECASE_LETTER),
            category("Lm", Character.MODIFIER_LETTER),
            category("Lo", Character.OTHER_LETTER),
            category("Mn", Character.NON_SPACING_MARK),
            category("Mc", Character.COMBINING_SPACING_MARK),
            category("Me", Character.ENCLOSING_MARK),
            category("Nd", Character.DECIMAL_DIGIT_NUMBER),
            category("Nl", Character.LETTER_NUMBER),
            category("No", Character.OTHER_NUMBER),
            category("Pc", Character.CONNECTOR_PUNCTUATION),
            category("Pd", Character.DASH_PUNCTUATION),
            category("Ps", Character.START_PUNCTUATION),
            category("Pe", Character.END_PUNCTUATION),
            category("Pi", Character.INITIAL_QUOTE_PUNCTUATION),
            category("Pf", Character.FINAL_QUOTE_PUNCTUATION),
            category("Po", Character.OTHER_PUNCTUATION),
            category("Sm", Character.MATH_SYMBOL),
            category("Sc", Character.CURRENCY_SYMBOL),
            category("Sk", Character.MODIFIER_SYMBOL),
            category("So", Character.OTHER_SYMBOL),
            category("Zs", Character.SPACE_SEPARATOR),
            category("Zl", Character.LINE_SEPARATOR),
            category("Zp", Character.PARAGRAPH_SEPARATOR),
            category("Cc", Character.CONTROL),
            category("Cf", Character.FORMAT),
            category("Co", Character.PRIVATE_USE),
            category("Cn", Character.UNASSIGNED));

    private static final String SIGNS = "\\|.?*+(){}-[]^";

    /** What names of XML begin with. Source: XML 1.0, fifth edition, production 4. */
    private static final int[] NAME_START = {
        'a', 'z', 'A', 'Z', '_', '_', ':', ':', 0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2FF, 0x370, 0x37D, 0x37F, 0x1FFF,
        0x200C, 0x200D, 0x2070, 0x218F, 0x2C00, 0x2FEF, 0x3001, 0xD7FF, 0xF900, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0xEFFFF
    };

    /** What names of XML go on with besides; production 4a. */
    private static final int[] NAME_OTHER = {'-', '.', '0', '9', 0xB7, 0xB7, 0x300, 0x36F, 0x203F, 0x2040};

    private CharacterSets() {}

    private static Map.Entry<String, Integer> category(String name, byte type) {
        return Map.entry(name, 1 << type);
    }

    /** Whether an escape stands for one character: a control, or a sign that means something without it. */
    static boolean isSingle(int escape) {
        return escape == 'n' || escape == 'r' || escape == 't' || (escape > 0 && SIGNS.indexOf(escape) >= 0);
    }

    static int single(int escape) {
        return switch (escape) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escape;
        };
    }

    /** The set of an escape that stands for several characters; null for every other. */
    static @Nullable IntPredicate several(int escape) {
        return switch (escape) {
            case 's' -> CharacterSets::isSpace;
            case 'S' -> c -> !isSpace(c);
            case 'd' -> c -> Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
            case 'D' -> c -> Character.getType(c) != Character.DECIMAL_DIGIT_NUMBER;
            case 'w' -> CharacterSets::isWord;
            case 'W' -> c -> !isWord(c);
            case 'i' -> CharacterSets::isNameStart;
            case 'I' -> c -> !isNameStart(c);
            case 'c' -> CharacterSets::isName;
            case 'C' -> c -> !isName(c);
            default -> null;
        };
    }

    /** The set of a general category, {@code Lu} or {@code L}, or of a block, {@code IsGreek}; null if there is none. */
    static @Nullable IntPredicate property(String name) {
        if (name.startsWith("Is")) {
            return block(name.substring(2));
        }
        int types = 0;
        for (Map.Entry<String, Integer> category : CATEGORIES.entrySet()) {
            if (category.getKey().equals(name)
                    || (name.length() == 1 && category.getKey().startsWith(name))) {
                types |= category.getValue();
            }
        }
        int wanted = types;
        return wanted == 0 ? null : c -> (wanted >> Character.getType(c) & 1) == 1;
    }

    private static @Nullable IntPredicate block(String name) {
        try {
            Character.UnicodeBlock block = Character.UnicodeBlock.forName(name);
            return c -> block.equals(Character.UnicodeBlock.of(c));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** Everything but punctuation, separators and what is no character. */
    private static boolean isWord(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static boolean isNameStart(int c) {
        return isIn(NAME_START, c);
    }

    private static boolean isName(int c) {
        return isIn(NAME_START, c) || isIn(NAME_OTHER, c);
    }

    /** Whether a character is in one of some ranges, which are named by their ends. */
    private static boolean isIn(int[] ranges, int c) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (ranges[i] <= c && c <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
