package dev.trimtab.core.yang;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Runs what recurses over a model on a stack of its own: yangtools takes several frames a level, of nodes and expressions. */
final class LargeStack {
    /** Address space, not memory: pages that are not reached are not taken. */
    private static final long BYTES = 256L << 20;

    private LargeStack() {}

    /** What the task returns or throws. Waits for it, also when interrupted, and keeps the interruption. */
    static <T> T call(Supplier<T> task) {
        var result = new CompletableFuture<T>();
        Thread thread = new Thread(null, () -> run(task, result), "yang-parser", BYTES);
        thread.start();
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static <T> void run(Supplier<T> task, CompletableFuture<T> result) {
        try {
            result.complete(task.get());
        } catch (StackOverflowError e) {
            result.completeExceptionally(new FaultyYangException(
                    Fault.ofModel("nodes and expressions of the model are nested too deeply to be parsed")));
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }
}
