package dev.trimtab.pluginhost;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings of a plugin host.
 *
 * @param jar the jar with the plugin
 * @param address local address it listens at
 * @param port 1 to 65535, or 0 for any free one
 * @param certificate PEM file with the chain that it proves itself with
 * @param key PEM file with the certificate's PKCS#8 key
 * @param authorities PEM file with the authorities whose certificates its clients must have
 */
public record HostSettings(Path jar, String address, int port, Path certificate, Path key, Path authorities) {
    static final String USAGE =
            "Usage: plugin-host --jar FILE --port PORT --certificate FILE --key FILE --authorities FILE"
                    + " [--address ADDRESS]; without an address it listens at 127.0.0.1";

    public HostSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not 0 to 65535");
        }
        for (Path file : List.of(jar, certificate, key, authorities)) {
            if (!Files.isReadable(file)) {
                throw new IllegalArgumentException("file " + file + " cannot be read");
            }
        }
    }

    /** @throws IllegalArgumentException in one sentence, for what is wrong with the arguments */
    static HostSettings parse(List<String> arguments) {
        Map<String, String> options = new HashMap<>(Map.of("--address", "127.0.0.1"));
        var known = List.of("--jar", "--address", "--port", "--certificate", "--key", "--authorities");
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!known.contains(arguments.get(i)) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("'" + arguments.get(i) + "' is no option, or has no value");
            }
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        return new HostSettings(
                Path.of(required(options, "--jar")),
                required(options, "--address"),
                port(required(options, "--port")),
                Path.of(required(options, "--certificate")),
                Path.of(required(options, "--key")),
                Path.of(required(options, "--authorities")));
    }

    private static String required(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port '" + text + "' is not a number", e);
        }
    }
}
