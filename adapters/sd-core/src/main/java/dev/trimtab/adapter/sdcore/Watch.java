package dev.trimtab.adapter.sdcore;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a check at once and then again and again, with a pause in between, until it is closed. */
final class Watch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private final Duration pause;
    private final Thread thread;

    Watch(Duration pause, Runnable check) {
        this.pause = pause;
        this.thread = Thread.ofVirtual().name("sd-core-check").unstarted(() -> run(check));
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run(Runnable check) {
        try {
            while (true) {
                runOnce(check);
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void runOnce(Runnable check) {
        try {
            check.run();
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("check of the backends failed"); // the next one must still come
        }
    }
}
