package dev.trimtab.app.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.trimtab.core.failure.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows down who guesses passwords: five attempts are free, then each failed one doubles the wait, from one second up to a
 * minute. A success, or a quarter of an hour without an attempt, starts again.
 *
 * <p>Goes by the user's name, whether or not there is such a user: an answer must not tell. An attempt counts as failed from
 * its start, so that a hundred at once do not all count as the first.
 */
final class SignInThrottle {
    static final int FREE_ATTEMPTS = 5;
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int NAMES_MAX = 10_000;

    private final Clock clock;
    private final Cache<String, Attempts> attempts;

    private record Attempts(int failed, Instant last) {
        Instant nextAt() {
            if (failed < FREE_ATTEMPTS) {
                return last;
            }
            long seconds = 1L << Math.min(failed - FREE_ATTEMPTS, 6);
            return last.plusSeconds(Math.min(seconds, LONGEST_WAIT.toSeconds()));
        }
    }

    SignInThrottle(Clock clock) {
        this.clock = clock;
        this.attempts = Caffeine.newBuilder()
                .maximumSize(NAMES_MAX)
                .expireAfterWrite(FORGOTTEN_AFTER)
                .ticker(() -> clock.millis() * 1_000_000)
                .build();
    }

    /** Counts an attempt, or throws {@code Throttled} when it comes too early; one that comes too early is not counted. */
    void begin(String name) {
        Instant now = clock.instant();
        attempts.asMap().compute(name, (_, before) -> {
            if (before == null) {
                return new Attempts(1, now);
            }
            Duration wait = Duration.between(now, before.nextAt());
            if (wait.isPositive()) {
                throw new Failure.Throttled("too many failed sign-ins for this user, try again later", wait)
                        .asException();
            }
            return new Attempts(before.failed() + 1, now);
        });
    }

    void succeeded(String name) {
        attempts.invalidate(name);
    }
}
