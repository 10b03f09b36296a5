package dev.trimtab.app.southbound;

import com.google.protobuf.ByteString;
import dev.trimtab.codec.GnmiPaths;
import dev.trimtab.core.southbound.Backend;
import dev.trimtab.core.southbound.BackendChange;
import dev.trimtab.core.southbound.BackendRefusedException;
import dev.trimtab.core.southbound.BackendUnavailableException;
import dev.trimtab.model.TargetId;
import dev.trimtab.proto.gnmi.Path;
import dev.trimtab.proto.gnmi.SetRequest;
import dev.trimtab.proto.gnmi.TypedValue;
import dev.trimtab.proto.gnmi.Update;
import dev.trimtab.proto.gnmi.ext.Extension;
import dev.trimtab.proto.gnmi.ext.MasterArbitration;
import dev.trimtab.proto.gnmi.ext.Uint128;
import dev.trimtab.proto.gnmi.gNMIGrpc;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** One target's backend behind a gRPC channel; each time the channel becomes ready is a new session. */
final class GnmiBackend implements Backend {
    /** gRPC's own back-off goes up to two minutes; a backend that is back should not wait that long. */
    private static final long RECONNECT_MILLIS = 1000;

    private final TargetId target;
    private final ManagedChannel channel;
    private final Duration timeout;
    private final Runnable onSession;
    private final AtomicLong sessions = new AtomicLong();
    private volatile long session;
    private volatile boolean masterArbitration = true;

    GnmiBackend(TargetId target, ManagedChannel channel, Duration timeout, Runnable onSession) {
        this.target = target;
        this.channel = channel;
        this.timeout = timeout;
        this.onSession = onSession;
    }

    /** Looks at the channel's state, asks for a connection, and comes back when the state changes. */
    void follow() {
        ConnectivityState state = channel.getState(true);
        long now = state == ConnectivityState.READY ? sessions.incrementAndGet() : 0;
        if (now != session) {
            session = now;
            onSession.run();
        }
        if (state == ConnectivityState.TRANSIENT_FAILURE) {
            CompletableFuture.delayedExecutor(RECONNECT_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(channel::resetConnectBackoff);
        }
        if (state != ConnectivityState.SHUTDOWN) {
            channel.notifyWhenStateChanged(state, this::follow);
        }
    }

    @Override
    public long session() {
        return session;
    }

    @Override
    public void set(BackendChange change) throws BackendRefusedException, BackendUnavailableException {
        try {
            call(request(change));
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.UNIMPLEMENTED || !masterArbitration) {
                throw translated(e);
            }
            // A plain device without master arbitration: it has no other master to be fenced from.
            masterArbitration = false;
            set(change);
        }
    }

    private void call(SetRequest request) {
        var answer = gNMIGrpc.newBlockingStub(channel)
                .withDeadlineAfter(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .set(request);
        if (answer.getResponseCount() != request.getDeleteCount() + request.getReplaceCount()) {
            throw Status.INTERNAL
                    .withDescription("the answer names " + answer.getResponseCount() + " operations of "
                            + (request.getDeleteCount() + request.getReplaceCount()))
                    .asRuntimeException();
        }
    }

    private SetRequest request(BackendChange change) {
        SetRequest.Builder request =
                SetRequest.newBuilder().setPrefix(Path.newBuilder().setTarget(target.value()));
        change.deletes().forEach(path -> request.addDelete(GnmiPaths.encode(path)));
        change.replacements()
                .forEach(replacement -> request.addReplace(Update.newBuilder()
                        .setPath(GnmiPaths.encode(replacement.path()))
                        .setVal(TypedValue.newBuilder().setJsonIetfVal(ByteString.copyFrom(replacement.json())))));
        if (masterArbitration) {
            request.addExtension(Extension.newBuilder()
                    .setMasterArbitration(MasterArbitration.newBuilder()
                            .setElectionId(Uint128.newBuilder().setLow(change.term()))));
        }
        return request.build();
    }

    /** Throws what the status means to the reconciler: refused for good, or to be tried again. */
    private static BackendUnavailableException translated(StatusRuntimeException e) throws BackendRefusedException {
        Status status = e.getStatus();
        String reason = status.getCode() + (status.getDescription() == null ? "" : ": " + status.getDescription());
        return switch (status.getCode()) {
            case INVALID_ARGUMENT,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    PERMISSION_DENIED,
                    UNAUTHENTICATED,
                    FAILED_PRECONDITION,
                    ABORTED,
                    OUT_OF_RANGE,
                    UNIMPLEMENTED -> throw new BackendRefusedException(reason);
            case OK, CANCELLED, UNKNOWN, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, INTERNAL, UNAVAILABLE, DATA_LOSS ->
                new BackendUnavailableException(reason);
        };
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
