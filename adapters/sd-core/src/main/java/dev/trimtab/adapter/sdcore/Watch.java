package dev.trimtab.adapter.sdcore;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a check at once and then again and again, with a pause in between, until it is closed. */
final class Watch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private final Duration pause;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    Watch(Duration pause, Runnable check) {
        this.pause = pause;
        this.thread = Thread.ofVirtual().name("sd-core-check").unstarted(() -> run(check));
    }

    void start() {
        thread.start();
    }

    /** Lets a check that runs come to its end; none begins after this. */
    void stop() {
        stopped.countDown();
    }

    /** {@link #stop}, and waits for the end of a check that runs. */
    @Override
    public void close() {
        stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Runnable check) {
        try {
            do {
                runOnce(check);
            } while (!stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS));
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
