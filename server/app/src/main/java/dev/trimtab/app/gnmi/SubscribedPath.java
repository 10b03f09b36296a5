package dev.trimtab.app.gnmi;

import dev.trimtab.model.Path;
import java.time.Duration;

/**
 * One subscription of a list.
 *
 * @param path absolute, with or without wildcards
 * @param origin as the path has it; empty where it has none
 * @param sampled whether values are sent at intervals and not as they change
 * @param interval after which everything is sent: of a sample, or of a heartbeat; zero for never
 * @param suppressRedundant whether a sample leaves out what has not changed since the last
 * @param heartbeat after which a sample that suppresses sends everything all the same; zero for never
 */
record SubscribedPath(
        Path path, String origin, boolean sampled, Duration interval, boolean suppressRedundant, Duration heartbeat) {

    /** Whether the stream has to know which values change. */
    boolean followsChanges() {
        return !sampled || suppressRedundant;
    }
}
