package dev.trimtab.core.target;

import java.time.Duration;

/**
 * How to reach a target's backend, a gNMI server.
 *
 * @param address name or address
 * @param port 1 to 65535
 * @param tls whether the connection is encrypted and the backend proves who it is
 */
public record ConnectionSettings(
        String address, int port, boolean tls, Duration connectTimeout, Duration requestTimeout) {}
