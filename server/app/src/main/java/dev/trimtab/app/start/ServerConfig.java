package dev.trimtab.app.start;

import dev.trimtab.app.plugin.PluginBounds;
import dev.trimtab.app.plugin.PluginConfig;
import dev.trimtab.app.plugin.PluginTls;
import dev.trimtab.core.transaction.ModelBounds;
import dev.trimtab.pluginhost.HookClient;
import dev.trimtab.pluginhost.PluginClient;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings of one server process, read once at start; a wrong or unknown setting stops the start.
 *
 * <p>The file has one {@code key = value} a line. Relative paths are relative to the folder the server is started in.
 *
 * @param data folder of the log, the users and the keys; {@code data}, default {@code data}
 * @param plugins the code of models beyond the program's own
 * @param gnmi where gNMI is served; {@code gnmi-address}, {@code gnmi-port}, default 127.0.0.1 and 9339
 * @param rest where REST is served; {@code rest-address}, {@code rest-port}, default 127.0.0.1 and 8080
 * @param tls certificate and key; {@code tls-certificate} and {@code tls-key}, both or neither; without them the server binds to
 *     loopback addresses only
 * @param limits the bounds
 */
public record ServerConfig(
        Path data, PluginConfig plugins, Address gnmi, Address rest, Optional<Tls> tls, Limits limits) {

    /** An address and a port to listen at; port 0 is any that is free. */
    public record Address(String host, int port) {}

    /** PEM files: the certificate chain and its PKCS#8 key. */
    public record Tls(Path certificate, Path key) {}

    /**
     * The bounds.
     *
     * @param messageBytesMax largest request; {@code message-bytes-max}, 4 KiB to 1 GiB, default 64 MiB
     * @param setOperationsMax most operations in one Set; {@code set-operations-max}, default 10,000
     * @param commitTimeout longest wait for a commit; {@code commit-timeout-ms}, default 5 s
     * @param tokenLifetime how long a token of the server is good; {@code token-lifetime-minutes}, default 12 h
     * @param changesHeld newest changes held for followers; {@code changes-held}, default 16,384
     * @param models bounds of the models that are added; {@code models-max}, {@code model-characters-max}, {@code
     *     model-sources-max}, default 100, 32 Mi and 10,000
     */
    public record Limits(
            int messageBytesMax,
            int setOperationsMax,
            Duration commitTimeout,
            Duration tokenLifetime,
            int changesHeld,
            ModelBounds models) {}

    /** The embedded defaults. */
    public static ServerConfig defaults() {
        return parse(Map.of());
    }

    /**
     * Reads a settings file.
     *
     * @throws StartException in one sentence, when it cannot be read or holds a wrong or unknown setting
     */
    public static ServerConfig read(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new StartException("the settings file " + file + " does not exist", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartException("the settings file " + file + " cannot be read: " + e.getMessage(), e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.forEach(
                (key, value) -> values.put(key.toString(), value.toString().strip()));
        return parse(values);
    }

    /**
     * Settings from their texts.
     *
     * @throws StartException in one sentence, for a wrong or unknown setting
     */
    public static ServerConfig parse(Map<String, String> values) {
        var settings = new Settings(values);
        Optional<Tls> tls = settings.tls();
        var config = new ServerConfig(
                Path.of(settings.text("data", "data")),
                settings.plugins(),
                new Address(settings.text("gnmi-address", "127.0.0.1"), settings.number("gnmi-port", 0, 65535, 9339)),
                new Address(settings.text("rest-address", "127.0.0.1"), settings.number("rest-port", 0, 65535, 8080)),
                tls,
                new Limits(
                        settings.number("message-bytes-max", 4096, 1 << 30, 64 << 20),
                        settings.number("set-operations-max", 1, 1_000_000, 10_000),
                        Duration.ofMillis(settings.number("commit-timeout-ms", 100, 600_000, 5000)),
                        Duration.ofMinutes(settings.number("token-lifetime-minutes", 1, 525_600, 720)),
                        settings.number("changes-held", 16, 10_000_000, 16_384),
                        new ModelBounds(
                                settings.number("models-max", 0, 10_000, ModelBounds.DEFAULT.modelsMax()),
                                settings.number(
                                        "model-characters-max", 1, 1 << 30, ModelBounds.DEFAULT.charactersMax()),
                                settings.number("model-sources-max", 1, 1_000_000, ModelBounds.DEFAULT.sourcesMax()))));
        settings.refuseUnknown();
        config.requireLoopbackWithoutTls();
        return config;
    }

    private void requireLoopbackWithoutTls() {
        for (Address address : List.of(gnmi, rest)) {
            if (tls.isEmpty() && !isLoopback(address.host())) {
                throw new StartException("the server would listen at " + address.host()
                        + " without TLS; set tls-certificate and tls-key, or use a loopback address");
            }
        }
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** Takes settings out one by one, so that what is left over is unknown. */
    private static final class Settings {
        private final Map<String, String> values;
        private final Set<String> known = new TreeSet<>();

        Settings(Map<String, String> values) {
            this.values = values;
        }

        String text(String key, String fallback) {
            known.add(key);
            String value = values.getOrDefault(key, fallback);
            if (value.isEmpty()) {
                throw new StartException("setting " + key + " is empty");
            }
            return value;
        }

        int number(String key, int min, int max, int fallback) {
            String text = text(key, Integer.toString(fallback));
            try {
                int number = Integer.parseInt(text);
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new StartException("setting " + key + " is not a number: '" + text + "'", e);
            }
            throw new StartException("setting " + key + " is " + text + "; it must be " + min + " to " + max);
        }

        Optional<Tls> tls() {
            @Nullable String certificate = optional("tls-certificate");
            @Nullable String key = optional("tls-key");
            if (certificate == null && key == null) {
                return Optional.empty();
            }
            if (certificate == null || key == null) {
                throw new StartException("settings tls-certificate and tls-key go together; one is missing");
            }
            return Optional.of(new Tls(readable("tls-certificate", certificate), readable("tls-key", key)));
        }

        PluginConfig plugins() {
            @Nullable String authorities = optional("plugin-authorities");
            @Nullable String certificate = optional("plugin-certificate");
            @Nullable String key = optional("plugin-key");
            var given = Stream.of(authorities, certificate, key).filter(Objects::nonNull);
            long count = given.count();
            if (count != 0 && count != 3) {
                throw new StartException(
                        "settings plugin-authorities, plugin-certificate and plugin-key go together; one is missing");
            }
            Optional<PluginTls> hosts = authorities == null || certificate == null || key == null
                    ? Optional.empty()
                    : Optional.of(new PluginTls(
                            readable("plugin-authorities", authorities),
                            readable("plugin-certificate", certificate),
                            readable("plugin-key", key)));
            var hooks = new HookClient(
                    Duration.ofMillis(number("plugin-timeout-ms", 10, 600_000, 5000)),
                    number("plugin-answer-bytes-max", 4096, 1 << 30, 16 << 20));
            return new PluginConfig(
                    Path.of(text("plugins", "plugins")), hosts, new PluginBounds(PluginClient.DEFAULT, hooks));
        }

        private @Nullable String optional(String key) {
            known.add(key);
            return values.get(key);
        }

        private static Path readable(String key, String value) {
            Path file = Path.of(value);
            if (!Files.isReadable(file)) {
                throw new StartException("setting " + key + " names a file that cannot be read: " + value);
            }
            return file;
        }

        void refuseUnknown() {
            for (String key : values.keySet()) {
                if (!known.contains(key)) {
                    throw new StartException("setting " + key + " is unknown; the settings are " + known);
                }
            }
        }
    }
}
