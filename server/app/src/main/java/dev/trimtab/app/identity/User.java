package dev.trimtab.app.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One entry of the user file; see {@link LocalUsers}.
 *
 * @param stamp short text that is another one once the user's password or groups are: what a token is tied to
 */
record User(String name, PasswordHash password, Set<String> groups, String stamp) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,127}");

    User {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("user name '" + name + "' is not 1 to 64 of [A-Za-z0-9._@-]");
        }
        for (String group : groups) {
            if (!GROUP.matcher(group).matches()) {
                throw new IllegalArgumentException(
                        "group '" + group + "' of user '" + name + "' is not 1 to 128 of [A-Za-z0-9._@-]");
            }
        }
        groups = Set.copyOf(groups);
    }

    User(String name, PasswordHash password, Set<String> groups) {
        this(name, password, groups, stamp(name, password, groups));
    }

    private static String stamp(String name, PasswordHash password, Set<String> groups) {
        String text = name + '\n' + password.text() + '\n' + new TreeSet<>(groups);
        byte[] digest = sha256(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 22);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
