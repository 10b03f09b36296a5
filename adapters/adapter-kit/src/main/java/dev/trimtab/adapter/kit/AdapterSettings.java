package dev.trimtab.adapter.kit;

import java.nio.file.Path;

/**
 * Where an adapter listens and keeps its files, and how much it takes.
 *
 * @param address address to listen at
 * @param port TCP port, 0 for any free one
 * @param folder where the accepted configurations are kept; one process uses it at a time
 * @param targetsMax most targets, each with a tree of its own
 * @param operationsMax most operations in one Set, and most paths in one Get
 * @param messageBytesMax longest request
 */
public record AdapterSettings(
        String address, int port, Path folder, int targetsMax, int operationsMax, int messageBytesMax) {
    private static final int TARGETS_MAX = 1000;
    private static final int OPERATIONS_MAX = 10_000;
    private static final int MESSAGE_BYTES_MAX = 64 << 20;

    public AdapterSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port is not 0 to 65535: " + port);
        }
    }

    /** The usual bounds. */
    public static AdapterSettings of(String address, int port, Path folder) {
        return new AdapterSettings(address, port, folder, TARGETS_MAX, OPERATIONS_MAX, MESSAGE_BYTES_MAX);
    }
}
