package dev.trimtab.app.gnmi;

import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.read.VisibleTarget;
import dev.trimtab.core.target.Change;
import dev.trimtab.core.target.ChangeFeed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers one subscription, on one thread of its own, until it is complete or the thread is interrupted.
 *
 * <p>The changes come from the feed, which never waits for a stream; one that falls behind further than the feed reaches back is ended.
 */
final class SubscriptionStream {
    /** After which a stream without news looks whether its target is still there for it. */
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final ReadService reads;
    private final SubscriptionPlan plan;
    private final Outbox outbox;
    private final InstantSource clock;
    private final WatchedTargets targets;
    private final ValueSender sender;
    private final List<Sampler> samplers = new ArrayList<>();

    SubscriptionStream(SubscribeCall.Services services, Principal principal, SubscriptionPlan plan, Outbox outbox) {
        this.reads = services.reads();
        this.clock = services.clock();
        this.plan = plan;
        this.outbox = outbox;
        this.targets = new WatchedTargets(reads, principal, plan);
        this.sender = new ValueSender(plan, outbox, services.deltas());
    }

    /** The present values, then the sync response; ONCE is this, and POLL is this for each poll. */
    void sendPresent() throws InterruptedException {
        send(targets.views());
    }

    private void send(List<VisibleTarget> views) throws InterruptedException {
        if (!plan.updatesOnly()) {
            for (VisibleTarget view : views) {
                sender.present(view, !targets.isSingle());
            }
        }
        outbox.sync();
    }

    /** STREAM: the present values, the sync response, then changes and samples without end. */
    void follow() throws InterruptedException {
        send(targets.begin());
        startSamplers();
        long sequence = targets.since();
        while (true) {
            switch (reads.feed().after(sequence, untilDue())) {
                case ChangeFeed.Batch.Changes(List<Change> changes) -> {
                    sequence = changes.isEmpty() ? sequence : changes.getLast().sequence();
                    targets.recheck();
                    for (Change change : changes) {
                        send(change);
                    }
                }
                case ChangeFeed.Batch.Lagged() ->
                    throw new Failure.Throttled(
                                    "the client reads more slowly than the configuration changes; subscribe again",
                                    Duration.ofSeconds(1))
                            .asException();
                case ChangeFeed.Batch.Closed() ->
                    throw new Failure.Unavailable("the server", Duration.ofSeconds(1)).asException();
            }
            sample();
        }
    }

    private void send(Change change) throws InterruptedException {
        Optional<VisibleTarget> joined = targets.joins(change);
        if (joined.isPresent()) {
            sender.present(joined.get(), true);
            return;
        }
        Optional<WatchedTarget> target = targets.of(change);
        if (target.isPresent()) {
            sender.change(target.get(), change, samplers);
        }
    }

    private void startSamplers() {
        long now = System.nanoTime();
        for (int i = 0; i < plan.paths().size(); i++) {
            if (!plan.paths().get(i).interval().isZero()) {
                samplers.add(new Sampler(i, plan.paths().get(i), now));
            }
        }
    }

    private Duration untilDue() {
        long now = System.nanoTime();
        long nanos = IDLE.toNanos();
        for (Sampler sampler : samplers) {
            nanos = Math.min(nanos, Math.max(0, sampler.until(now)));
        }
        return Duration.ofNanos(nanos);
    }

    private void sample() throws InterruptedException {
        for (Sampler sampler : samplers) {
            if (sampler.until(System.nanoTime()) > 0) {
                continue;
            }
            if (!sampler.begin(System.nanoTime())) {
                sender.changed(sampler, clock.instant());
                continue;
            }
            for (VisibleTarget view : targets.views()) {
                sender.present(view, sampler.index(), !targets.isSingle());
            }
        }
    }
}
