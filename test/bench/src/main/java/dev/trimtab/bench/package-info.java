/**
 * Measures the server beside the limits of the machine it runs on, in one run: a bare gRPC echo and the disk's own fsync.
 *
 * <p>Server and echo each run in a process of their own; the clients are here.
 */
@NullMarked
package dev.trimtab.bench;

import org.jspecify.annotations.NullMarked;
