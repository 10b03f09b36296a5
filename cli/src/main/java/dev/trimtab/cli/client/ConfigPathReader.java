package dev.trimtab.cli.client;

import dev.trimtab.cli.client.ConfigPath.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a path's text form.
 *
 * <p>A backslash takes what follows as it is; in a key's value only the closing bracket and the backslash need one. {@code \n} and
 * {@code \r} are line feed and carriage return. Source: the gNMI path string conventions of OpenConfig.
 */
final class ConfigPathReader {
    private final String text;
    private int at;

    ConfigPathReader(String text) {
        this.text = text;
    }

    ConfigPath path() {
        List<Step> steps = new ArrayList<>();
        skip('/');
        while (at < text.length()) {
            steps.add(step());
            if (at < text.length() && !skip('/')) {
                throw wrong("a key must be followed by '/' or another key");
            }
        }
        return new ConfigPath(steps);
    }

    private Step step() {
        String name = until("/[]");
        if (name.isEmpty()) {
            throw wrong("an element has no name");
        }
        Map<String, String> keys = new LinkedHashMap<>();
        while (skip('[')) {
            key(keys);
        }
        return new Step(name, keys);
    }

    private void key(Map<String, String> keys) {
        String name = until("=[]");
        if (name.isEmpty()) {
            throw wrong("a key has no name");
        }
        if (!skip('=')) {
            throw wrong("a key has no '='");
        }
        String value = until("]");
        if (!skip(']')) {
            throw wrong("a key has no closing ']'");
        }
        if (keys.put(name, value) != null) {
            throw wrong("key '" + name + "' is given twice");
        }
    }

    private String until(String ends) {
        var out = new StringBuilder();
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at++);
            out.append(c == '\\' ? escaped() : c);
        }
        return out.toString();
    }

    private char escaped() {
        if (at == text.length()) {
            throw wrong("a backslash ends the text");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> c;
        };
    }

    private boolean skip(char wanted) {
        boolean found = at < text.length() && text.charAt(at) == wanted;
        if (found) {
            at++;
        }
        return found;
    }

    private WrongInputException wrong(String reason) {
        return new WrongInputException("path '" + text + "' is wrong at character " + (at + 1) + ": " + reason);
    }
}
