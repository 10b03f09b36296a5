package dev.trimtab.app.gnmi;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.proto.gnmi.Notification;
import dev.trimtab.proto.gnmi.SubscribeResponse;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The sending side of one stream: waits while the client does not take what was sent already, and gives up on a client that has
 * stalled, so that a stream never holds more than gRPC's own small buffer.
 *
 * <p>Used by the stream's one thread.
 */
final class Outbox {
    private final ServerCallStreamObserver<SubscribeResponse> observer;
    private final Duration stallMax;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ready = lock.newCondition();

    /** To be made before the call's method returns: gRPC takes handlers only until then. */
    Outbox(ServerCallStreamObserver<SubscribeResponse> observer, Duration stallMax) {
        this.observer = observer;
        this.stallMax = stallMax;
        observer.setOnReadyHandler(this::onReady);
    }

    private void onReady() {
        lock.lock();
        try {
            ready.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** @throws dev.trimtab.core.failure.FailureException with {@code Throttled} when the client has stalled */
    void send(Notification notification) throws InterruptedException {
        send(SubscribeResponse.newBuilder().setUpdate(notification).build());
    }

    /** Says that everything that was there when the client asked has been sent. */
    void sync() throws InterruptedException {
        send(SubscribeResponse.newBuilder().setSyncResponse(true).build());
    }

    private void send(SubscribeResponse response) throws InterruptedException {
        if (!observer.isReady()) {
            awaitReady();
        }
        observer.onNext(response);
    }

    private void awaitReady() throws InterruptedException {
        long nanos = stallMax.toNanos();
        lock.lockInterruptibly();
        try {
            while (!observer.isReady()) {
                if (nanos <= 0) {
                    throw new Failure.Throttled(
                                    "the client has read nothing for " + stallMax.toSeconds() + " s; subscribe again",
                                    Duration.ofSeconds(1))
                            .asException();
                }
                nanos = ready.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    void complete() {
        if (!observer.isCancelled()) {
            observer.onCompleted();
        }
    }

    void fail(StatusRuntimeException status) {
        if (!observer.isCancelled()) {
            observer.onError(status);
        }
    }
}
