package dev.trimtab.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text form of paths, for people: {@code /a/b[key=value]/c}.
 *
 * <p>In a key's value only {@code ]} and the backslash need a backslash before them; line feed and carriage return are written
 * {@code \n} and {@code \r}; the forms with {@code u} and four or {@code U} and eight hexadecimal digits are read as characters. Source: the gNMI path string
 * conventions of OpenConfig.
 */
final class PathText {
    private final String text;
    private int at;

    private PathText(String text) {
        this.text = text;
    }

    static Path parse(String text) {
        return new PathText(text).path();
    }

    static String format(Path path) {
        if (path.isRoot()) {
            return "/";
        }
        var out = new StringBuilder();
        for (PathElement element : path.elements()) {
            out.append('/').append(element.name());
            element.keys().forEach((key, value) -> {
                out.append('[').append(key).append('=');
                escape(value, out);
                out.append(']');
            });
        }
        return out.toString();
    }

    private static void escape(String value, StringBuilder out) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case ']', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
    }

    private Path path() {
        List<PathElement> elements = new ArrayList<>();
        if (at < text.length() && text.charAt(at) == '/') {
            at++;
        }
        while (at < text.length()) {
            elements.add(element());
            if (at < text.length() && text.charAt(at++) != '/') {
                throw wrong("a key must be followed by '/' or another key");
            }
        }
        return new Path(elements);
    }

    private PathElement element() {
        var name = new StringBuilder();
        while (at < text.length() && "/[".indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at++);
            if (c == ']') {
                throw wrong("']' outside a key");
            }
            name.append(c == '\\' ? escaped() : String.valueOf(c));
        }
        if (name.isEmpty()) {
            throw wrong("an element has no name");
        }
        Map<String, String> keys = new TreeMap<>();
        while (at < text.length() && text.charAt(at) == '[') {
            key(keys);
        }
        return new PathElement(name.toString(), keys);
    }

    private void key(Map<String, String> keys) {
        int equals = text.indexOf('=', at);
        int close = text.indexOf(']', at);
        if (equals < 0 || (close >= 0 && close < equals)) {
            throw wrong("a key has no '='");
        }
        String name = text.substring(at + 1, equals);
        if (name.isEmpty() || name.indexOf('[') >= 0) {
            throw wrong("a key has no name");
        }
        at = equals + 1;
        var value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != ']') {
            char c = text.charAt(at++);
            value.append(c == '\\' ? escaped() : String.valueOf(c));
        }
        if (at == text.length()) {
            throw wrong("a key has no closing ']'");
        }
        at++;
        if (keys.put(name, value.toString()) != null) {
            throw wrong("key '" + name + "' is given twice");
        }
    }

    private String escaped() {
        if (at == text.length()) {
            throw wrong("a backslash ends the text");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 'u' -> codePoint(4);
            case 'U' -> codePoint(8);
            default -> String.valueOf(c);
        };
    }

    private String codePoint(int digits) {
        try {
            int value = Integer.parseUnsignedInt(text.substring(at, at + digits), 16);
            String character = Character.toString(value);
            at += digits;
            return character;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw wrong(digits + " hexadecimal digits of a character must follow");
        }
    }

    private IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException("path '" + text + "' is wrong at character " + at + ": " + reason);
    }
}
