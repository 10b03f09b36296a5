package dev.trimtab.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What a load measured.
 *
 * @param perSecond completed calls a second
 * @param p50 median time of a call
 * @param p99 time that 99 of 100 calls stay below
 */
record Sample(double perSecond, Duration p50, Duration p99) {

    /** How many times what a call costs here, on the average, is what one costs there. */
    double costAgainst(Sample other) {
        return other.perSecond / perSecond;
    }

    /** @param nanos the time of each call, of which each began when the one before had ended; sorted by this */
    static Sample ofOneByOne(long[] nanos) {
        return of(nanos, Duration.ofNanos(LongStream.of(nanos).sum()));
    }

    /** @param nanos the time of each call; sorted by this */
    static Sample of(long[] nanos, Duration elapsed) {
        if (nanos.length == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        Arrays.sort(nanos);
        return new Sample(
                nanos.length / (elapsed.toNanos() / 1e9),
                Duration.ofNanos(nanos[nanos.length / 2]),
                Duration.ofNanos(nanos[(int) (nanos.length * 0.99)]));
    }
}
