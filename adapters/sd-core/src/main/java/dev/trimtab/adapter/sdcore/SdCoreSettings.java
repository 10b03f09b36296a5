package dev.trimtab.adapter.sdcore;

import java.time.Duration;

/**
 * How patient the adapter is with the cores and user planes.
 *
 * @param requestTimeout longest wait for one answer
 * @param attemptsMax most attempts at one request that fails in passing, 1 or more
 * @param retryPause pause before the second attempt; doubles with each further one
 * @param checkInterval how often the cores are asked what they hold
 * @param userPlaneRefresh how often a user plane, which cannot be asked, is told again
 * @param settleTime how long a client may take to repeat what was accepted in part, before the part is taken back
 */
public record SdCoreSettings(
        Duration requestTimeout,
        int attemptsMax,
        Duration retryPause,
        Duration checkInterval,
        Duration userPlaneRefresh,
        Duration settleTime) {
    public SdCoreSettings {
        if (attemptsMax < 1) {
            throw new IllegalArgumentException("attempts-max is less than 1: " + attemptsMax);
        }
    }

    public static SdCoreSettings defaults() {
        return new SdCoreSettings(
                Duration.ofSeconds(5),
                3,
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60));
    }

    public SdCoreSettings withCheckInterval(Duration interval) {
        return new SdCoreSettings(requestTimeout, attemptsMax, retryPause, interval, userPlaneRefresh, settleTime);
    }

    public SdCoreSettings withUserPlaneRefresh(Duration interval) {
        return new SdCoreSettings(requestTimeout, attemptsMax, retryPause, checkInterval, interval, settleTime);
    }

    public SdCoreSettings withSettleTime(Duration time) {
        return new SdCoreSettings(requestTimeout, attemptsMax, retryPause, checkInterval, userPlaneRefresh, time);
    }
}
