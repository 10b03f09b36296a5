package dev.trimtab.app.rest;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Bounds and place of the REST server.
 *
 * @param host address to listen at
 * @param port TCP port; 0 for any that is free
 * @param tls certificate and key; empty for plain HTTP
 * @param bodyBytesMax largest request body
 * @param waitMax longest wait for backends that a request may ask for
 * @param waitDefault wait of a request that asks for one without saying how long
 */
public record RestSettings(
        String host,
        int port,
        Optional<SSLContext> tls,
        long bodyBytesMax,
        Duration waitMax,
        Duration waitDefault) {
    public static final long BODY_BYTES_MAX = 64L << 20;

    public RestSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port is not 0 to 65535: " + port);
        }
        if (bodyBytesMax < 1 || waitMax.isNegative() || waitDefault.compareTo(waitMax) > 0) {
            throw new IllegalArgumentException("a bound of the REST server is below its minimum");
        }
    }

    /** The embedded defaults: no TLS, 64 MiB, at most five minutes, 30 seconds. */
    public static RestSettings plain(String host, int port) {
        return new RestSettings(
                host, port, Optional.empty(), BODY_BYTES_MAX, Duration.ofMinutes(5), Duration.ofSeconds(30));
    }
}
