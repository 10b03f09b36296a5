package dev.trimtab.app.raft;

import io.atomix.protocols.raft.impl.RaftContext;
import io.atomix.protocols.raft.protocol.AppendRequest;
import io.atomix.protocols.raft.protocol.AppendResponse;
import io.atomix.protocols.raft.protocol.RaftServerProtocol;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the log durable before anybody is told so.
 *
 * <p>Atomix 3.1.12 never does: {@code withFlushOnCommit(true)} is kept by {@code RaftLog.Builder} and not handed to the
 * journal below, so that no committed entry is ever forced to the disk. Here are the two places where it must be:
 *
 * <ul>
 *   <li>{@link #upTo}: the state machine calls it before it applies an entry, and the answer to the proposer goes out after it
 *       was applied. It forces what is committed at that moment in one call, so a replayed log costs one fsync and not one an
 *       entry. This runs on the state machine's thread: a slow disk does not hold up heartbeats.
 *   <li>{@link #durableFollower}: a follower forces what it appended before it acknowledges it; a majority then has each
 *       acknowledged entry on its disk, not merely in its page cache.
 * </ul>
 *
 * <p>Only public methods of the library are used. Setting the journal's own flag by reflection was the other way (ADR 0003).
 *
 * <p>A failed force is final: the kernel may have dropped the pages, so that a second fsync would answer well for data that is
 * gone. The state machine stops then.
 */
final class JournalFlush {
    private @Nullable RaftContext raft;
    private long durable;

    /** The context is made after the protocol that this class wraps, so it comes in later. */
    synchronized void attach(RaftContext context) {
        raft = context;
    }

    /** Returns when the committed entry {@code index} and all before it are on the disk. */
    synchronized void upTo(long index) {
        if (index <= durable) {
            return;
        }
        RaftContext context = attached();
        // Committed entries are never truncated, so their indexes stay durable; of appended ones that could not be
        // said.
        long committed =
                Math.min(context.getCommitIndex(), context.getLogWriter().getLastIndex());
        context.getLogWriter().flush();
        durable = Math.max(index, committed);
    }

    private synchronized RaftContext attached() {
        if (raft == null) {
            throw new IllegalStateException("the log is not open");
        }
        return raft;
    }

    /** The protocol with one change: an append that brought entries is answered after they are on the disk. */
    RaftServerProtocol durableFollower(RaftServerProtocol protocol) {
        return (RaftServerProtocol) Proxy.newProxyInstance(
                RaftServerProtocol.class.getClassLoader(),
                new Class<?>[] {RaftServerProtocol.class},
                (_, method, arguments) -> {
                    try {
                        if (method.getName().equals("registerAppendHandler")) {
                            protocol.registerAppendHandler(flushing(arguments[0]));
                            return null;
                        }
                        return method.invoke(protocol, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    @SuppressWarnings("unchecked") // the one parameter of registerAppendHandler
    private Function<AppendRequest, CompletableFuture<AppendResponse>> flushing(Object handler) {
        var append = (Function<AppendRequest, CompletableFuture<AppendResponse>>) handler;
        return request -> append.apply(request).thenApply(response -> {
            if (!request.entries().isEmpty() && response.succeeded()) {
                attached().getLogWriter().flush();
            }
            return response;
        });
    }
}
