package dev.trimtab.app.gnmi;

import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.proto.gnmi.SubscribeRequest;
import dev.trimtab.proto.gnmi.SubscribeResponse;
import dev.trimtab.proto.gnmi.SubscriptionList;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The receiving side of one Subscribe: the list that begins it, polls, half-close and cancel.
 *
 * <p>A virtual thread answers; this side only tells it what came. After a half-close ONCE completes, POLL answers the polls it has and
 * completes, and STREAM goes on until it is cancelled. Messages are taken one at a time, so a client cannot pile up polls.
 */
final class SubscribeCall implements StreamObserver<SubscribeRequest> {
    private final Services services;
    private final Principal principal;
    private final ServerCallStreamObserver<SubscribeResponse> responses;
    private final Outbox outbox;
    private final BlockingQueue<Inbound> inbound = new LinkedBlockingQueue<>();
    private @Nullable SubscriptionPlan plan;
    private @Nullable Thread thread;
    private volatile @Nullable RuntimeException violation;

    private enum Inbound {
        POLL,
        END
    }

    /**
     * What all streams of a server share.
     *
     * @param stallMax longest time a client may read nothing
     * @param max most streams at one time
     * @param running how many there are
     */
    record Services(
            ReadService reads, InstantSource clock, Duration stallMax, int max, Deltas deltas, AtomicInteger running) {}

    /** To be made before the call's method returns. */
    SubscribeCall(Services services, Principal principal, ServerCallStreamObserver<SubscribeResponse> responses) {
        this.services = services;
        this.principal = principal;
        this.responses = responses;
        this.outbox = new Outbox(responses, services.stallMax());
        responses.disableAutoRequest();
        responses.setOnCancelHandler(this::cancel);
        responses.request(1);
    }

    @Override
    public synchronized void onNext(SubscribeRequest request) {
        if (thread == null) {
            thread = Thread.ofVirtual().name("trimtab-subscribe").unstarted(() -> run(request));
            thread.start();
            return;
        }
        if (request.hasPoll() && plan != null && plan.mode() == SubscriptionList.Mode.POLL) {
            inbound.add(Inbound.POLL);
        } else {
            violation = Extensions.malformed(
                    request.hasPoll()
                            ? "a poll is for a subscription in the mode POLL"
                            : "a stream has one subscription list; this is a second message");
            thread.interrupt();
        }
    }

    private void run(SubscribeRequest request) {
        int running = services.running().incrementAndGet();
        try {
            checkBound(running);
            SubscriptionPlan wanted = begin(request);
            answer(new SubscriptionStream(services, principal, wanted, outbox), wanted.mode());
            outbox.complete();
        } catch (InterruptedException e) {
            RuntimeException reason = violation;
            if (reason != null) {
                outbox.fail(GnmiFailures.ofRead(reason));
            }
        } catch (RuntimeException e) {
            outbox.fail(GnmiFailures.ofRead(e));
        } finally {
            services.running().decrementAndGet();
        }
    }

    private void checkBound(int running) {
        if (running > services.max()) {
            throw new Failure.Throttled(
                            "the server has " + services.max() + " subscriptions and takes no more",
                            services.stallMax())
                    .asException();
        }
    }

    private synchronized SubscriptionPlan begin(SubscribeRequest request) {
        SubscriptionPlan wanted = SubscriptionPlan.decode(request);
        plan = wanted;
        responses.request(1);
        return wanted;
    }

    private void answer(SubscriptionStream stream, SubscriptionList.Mode mode) throws InterruptedException {
        switch (mode) {
            case ONCE -> stream.sendPresent();
            case STREAM -> stream.follow();
            case POLL -> {
                stream.sendPresent();
                while (inbound.take() == Inbound.POLL) {
                    stream.sendPresent();
                    responses.request(1);
                }
            }
            case UNRECOGNIZED -> throw new IllegalStateException("a plan has a known mode");
        }
    }

    @Override
    public synchronized void onCompleted() {
        if (thread == null) {
            outbox.complete();
        }
        inbound.add(Inbound.END);
    }

    @Override
    public void onError(Throwable thrown) {
        cancel();
    }

    private synchronized void cancel() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
