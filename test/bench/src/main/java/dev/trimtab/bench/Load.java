package dev.trimtab.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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

    /**
     * Lets one client make the calls of several peers that are to be compared, in turns, so that all of them see the same machine, code
     * that is as warm, and caches that the others have used: a slice of time for each in a round, and each round begins with another.
     *
     * @param warmUp rounds that do not count
     * @return what each peer measured over all {@code rounds}
     */
    static List<Sample> inTurns(List<Call> peers, Duration slice, int warmUp, int rounds) {
        Callable<List<Sample>> turns = () -> turns(peers, slice, warmUp, rounds);
        return onVirtualThreads(List.of(turns)).getFirst();
    }

    private static List<Sample> turns(List<Call> peers, Duration slice, int warmUp, int rounds) {
        List<LongStream.Builder> times =
                peers.stream().map(_ -> LongStream.builder()).toList();
        for (int round = 0; round < warmUp + rounds; round++) {
            for (int i = 0; i < peers.size(); i++) {
                int peer = (round + i) % peers.size();
                LongStream.Builder counted = round < warmUp ? LongStream.builder() : times.get(peer);
                calls(0, System.nanoTime() + slice.toNanos(), peers.get(peer), counted);
            }
        }
        return times.stream()
                .map(counted -> Sample.ofOneByOne(counted.build().toArray()))
                .toList();
    }

    private static Sample once(int clients, Duration time, Call call) {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        List<Callable<long[]>> running = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            int number = client;
            running.add(() -> {
                LongStream.Builder times = LongStream.builder();
                calls(number, end, call, times);
                return times.build().toArray();
            });
        }
        long[] times =
                onVirtualThreads(running).stream().flatMapToLong(LongStream::of).toArray();
        return Sample.of(times, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Runs all of it at once, as the server runs its callers. */
    private static <T> List<T> onVirtualThreads(List<Callable<T>> work) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = work.stream().map(executor::submit).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void calls(int client, long end, Call call, LongStream.Builder times) {
        int number = 0;
        for (long now = System.nanoTime(); now < end; ) {
            call.send(client, number++);
            long after = System.nanoTime();
            times.add(after - now);
            now = after;
        }
    }
}
