package dev.trimtab.core.xpath;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The string functions of XPath 1.0 section 4.2; a character is a Unicode character, not a UTF-16 unit. */
final class Texts {
    private static final Pattern SPACE = Pattern.compile("[ \t\r\n]+");

    private Texts() {}

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static String normalizeSpace(String text) {
        String single = SPACE.matcher(text).replaceAll(" ");
        int start = single.startsWith(" ") ? 1 : 0;
        int end = single.endsWith(" ") ? single.length() - 1 : single.length();
        return start < end ? single.substring(start, end) : "";
    }

    static String before(String text, String part) {
        int at = text.indexOf(part);
        return at < 0 ? "" : text.substring(0, at);
    }

    static String after(String text, String part) {
        int at = text.indexOf(part);
        return at < 0 ? "" : text.substring(at + part.length());
    }

    /** Characters at positions from 1 that are at least round(from). */
    static String substring(String text, double from) {
        return between(text, Numbers.round(from), Double.POSITIVE_INFINITY);
    }

    /** Characters at positions from 1 that are at least round(from) and less than round(from) + round(length). */
    static String substring(String text, double from, double length) {
        double first = Numbers.round(from);
        return between(text, first, first + Numbers.round(length));
    }

    private static String between(String text, double first, double end) {
        int[] characters = text.codePoints().toArray();
        var kept = new StringBuilder();
        for (int i = 0; i < characters.length; i++) {
            if (i + 1 >= first && i + 1 < end) {
                kept.appendCodePoint(characters[i]);
            }
        }
        return kept.toString();
    }

    /** Characters of {@code from} become those at the same place in {@code to}, or go where there are none. */
    static String translate(String text, String from, String to) {
        int[] targets = to.codePoints().toArray();
        int[] sources = from.codePoints().toArray();
        Map<Integer, Integer> place = new HashMap<>();
        for (int i = 0; i < sources.length; i++) {
            place.putIfAbsent(sources[i], i);
        }
        var translated = new StringBuilder();
        text.codePoints().forEach(character -> {
            Integer at = place.get(character);
            if (at == null) {
                translated.appendCodePoint(character);
            } else if (at < targets.length) {
                translated.appendCodePoint(targets[at]);
            }
        });
        return translated.toString();
    }
}
