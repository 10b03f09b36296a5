package dev.trimtab.app.rest;

import dev.trimtab.app.start.ServerConfig;
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
record RestSettings(
        String host, int port, Optional<SSLContext> tls, long bodyBytesMax, Duration waitMax, Duration waitDefault) {
    private static final Duration WAIT_MAX = Duration.ofMinutes(5);
    private static final Duration WAIT_DEFAULT = Duration.ofSeconds(30);

    RestSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port is not 0 to 65535: " + port);
        }
        if (bodyBytesMax < 1 || waitMax.isNegative() || waitDefault.compareTo(waitMax) > 0) {
            throw new IllegalArgumentException("a bound of the REST server is below its minimum");
        }
    }

    /** @throws dev.trimtab.app.start.StartException when the certificate or its key cannot be used */
    static RestSettings of(ServerConfig config) {
        return new RestSettings(
                config.rest().host(),
                config.rest().port(),
                config.tls().map(tls -> PemTls.context(tls.certificate(), tls.key())),
                config.limits().messageBytesMax(),
                WAIT_MAX,
                WAIT_DEFAULT);
    }
}
