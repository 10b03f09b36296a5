package dev.trimtab.app.gnmi;

import dev.trimtab.core.target.Change;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The newest changes leaf by leaf, worked out once for all streams. Thread-safe; a delta that is not held any more is worked out
 * again.
 */
final class Deltas {
    private static final int HELD = 256;

    private final AtomicReferenceArray<Held> ring = new AtomicReferenceArray<>(HELD);

    private record Held(long sequence, Delta delta) {}

    Delta of(Change change) {
        int slot = (int) (change.sequence() % HELD);
        Held held = ring.get(slot);
        if (held == null || held.sequence() != change.sequence()) {
            held = new Held(change.sequence(), Delta.of(change));
            ring.set(slot, held);
        }
        return held.delta();
    }
}
