package dev.trimtab.model;

import java.util.regex.Pattern;

/**
 * Name and version of a model, such as {@code aether} 2.1.0.
 *
 * @param name 1 to 63 characters of {@code [a-z0-9-]}, beginning with a letter
 * @param version three numbers in the order of semantic versioning: {@code major.minor.patch}
 */
public record ModelId(String name, String version) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern VERSION = Pattern.compile("(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})");

    public ModelId {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("model name '" + name + "' is not 1 to 63 of [a-z0-9-]");
        }
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("model version '" + version + "' is not major.minor.patch");
        }
    }

    /** The version as the REST API writes it in a path: {@code v2.1.x}. */
    public String pathVersion() {
        return "v" + version.substring(0, version.lastIndexOf('.')) + ".x";
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
