package dev.trimtab.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Clients that each send their next call when the one before is answered. */
final class Load {
    private Load() {}

    /** One call. */
    @FunctionalInterface
    interface Call {
        /**
         * Sends it and waits for the answer.
         *
         * @param client number of the client, from 0
         * @param number of its call, from 0
         */
        void send(int client, int number);
    }

    /** Lets {@code clients} call for {@code warmUp}, and then for {@code measured}. */
    static Sample run(int clients, Duration warmUp, Duration measured, Call call) {
        once(clients, warmUp, call);
        return once(clients, measured, call);
    }

    private static Sample once(int clients, Duration time, Call call) {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<long[]>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                running.add(executor.submit(() -> calls(number, end, call)));
            }
            LongStream times = LongStream.empty();
            for (Future<long[]> one : running) {
                times = LongStream.concat(times, LongStream.of(one.get()));
            }
            return Sample.of(times.toArray(), Duration.ofNanos(System.nanoTime() - start));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static long[] calls(int client, long end, Call call) {
        LongStream.Builder times = LongStream.builder();
        int number = 0;
        for (long now = System.nanoTime(); now < end; ) {
            call.send(client, number++);
            long after = System.nanoTime();
            times.add(after - now);
            now = after;
        }
        return times.build().toArray();
    }
}
