package dev.trimtab.app.gnmi;

import dev.trimtab.app.start.ServerConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the gNMI server.
 *
 * @param address local address it listens at
 * @param port 1 to 65535, or 0 for any free one; default 9339
 * @param tls what it proves itself with; null to speak without encryption
 * @param messageBytesMax largest request; default 64 MiB
 * @param subscriptionsMax most subscriptions at one time; default 10,000
 * @param stallMax longest time a subscriber may read nothing before it is ended; default 30 s
 * @param applyTimeout longest wait of a synchronous Set that names none; default 30 s
 * @param keepAlive after which an idle connection is probed; default 1 min
 */
record GnmiSettings(
        String address,
        int port,
        @Nullable Tls tls,
        int messageBytesMax,
        int subscriptionsMax,
        Duration stallMax,
        Duration applyTimeout,
        Duration keepAlive) {
    private static final int MESSAGE_BYTES_LEAST = 4096;

    /**
     * Files in PEM form; they are read again every minute, so that a certificate can be exchanged while the server runs.
     *
     * @param clientAuthorities whose certificates clients must have; null where they need none
     */
    record Tls(
            Path certificateChain,
            Path privateKey,
            @Nullable Path clientAuthorities) {}

    GnmiSettings {
        require(port >= 0 && port <= 65535, "port", port);
        require(messageBytesMax >= MESSAGE_BYTES_LEAST, "message-bytes-max", messageBytesMax);
        require(subscriptionsMax >= 1, "subscriptions-max", subscriptionsMax);
        require(stallMax.isPositive(), "stall-max", stallMax);
        require(applyTimeout.isPositive(), "apply-timeout", applyTimeout);
        require(keepAlive.isPositive(), "keep-alive", keepAlive);
    }

    static GnmiSettings of(ServerConfig config) {
        GnmiSettings settings = at(config.gnmi().host(), config.gnmi().port())
                .withMessageBytesMax(config.limits().messageBytesMax());
        return config.tls()
                .map(files -> settings.with(new Tls(files.certificate(), files.key(), null)))
                .orElse(settings);
    }

    /** The defaults. */
    static GnmiSettings at(String address, int port) {
        return new GnmiSettings(
                address,
                port,
                null,
                64 * 1024 * 1024,
                10_000,
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1));
    }

    GnmiSettings with(Tls files) {
        return new GnmiSettings(
                address, port, files, messageBytesMax, subscriptionsMax, stallMax, applyTimeout, keepAlive);
    }

    GnmiSettings withMessageBytesMax(int bytes) {
        return new GnmiSettings(address, port, tls, bytes, subscriptionsMax, stallMax, applyTimeout, keepAlive);
    }

    private static void require(boolean holds, String name, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("gnmi " + name + " cannot be " + value);
        }
    }
}
