package dev.trimtab.bench;

import java.lang.management.ManagementFactory;

/** What objects hold. */
final class Heap {
    private static final int COLLECTIONS = 4;

    private Heap() {}

    /** Bytes of this process's heap that are in use after full collections. */
    static long used() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
