package dev.trimtab.app.gnmi;

import java.time.Instant;

/** gNMI's times. */
final class Timestamps {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private Timestamps() {}

    /** Nanoseconds since the epoch; good until the year 2262. */
    static long nanos(Instant time) {
        return time.getEpochSecond() * NANOS_PER_SECOND + time.getNano();
    }
}
