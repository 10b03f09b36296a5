package dev.trimtab.core.southbound;

import dev.trimtab.core.model.Edit;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.TreeEdits;
import dev.trimtab.core.target.ConnectionSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/** A backend in memory: makes the changes it is sent on a tree of its own, unless it was told to answer otherwise. */
final class FakeBackend implements Backend {
    private final DataTree tree;
    private final LoadedModel model;
    private final ConnectionSettings settings;
    private final Runnable onSession;
    private final Semaphore answers = new Semaphore(Integer.MAX_VALUE);
    private final Queue<Exception> failures = new ArrayDeque<>();
    private final List<BackendChange> changes = new ArrayList<>();
    private long session;
    private boolean closed;

    FakeBackend(LoadedModel model, ConnectionSettings settings, Runnable onSession) {
        this.model = model;
        this.tree = model.newTree();
        this.settings = settings;
        this.onSession = onSession;
    }

    ConnectionSettings settings() {
        return settings;
    }

    /** A connection comes about; 0 ends it. */
    void connect(long number) {
        synchronized (this) {
            session = number;
        }
        onSession.run();
    }

    synchronized void failNext(Exception... answers) {
        failures.addAll(List.of(answers));
    }

    /** Takes changes, and answers none until {@link #answer}. */
    void hold() {
        answers.drainPermits();
    }

    void answer() {
        answers.release(Integer.MAX_VALUE - answers.availablePermits());
    }

    /** What it was sent, refused or not. */
    synchronized List<BackendChange> changes() {
        return List.copyOf(changes);
    }

    /** What it was sent, in words: {@code -} and a path, or {@code +}, a path and JSON. */
    List<String> told() {
        List<String> told = new ArrayList<>();
        for (BackendChange change : changes()) {
            change.deletes().forEach(path -> told.add("-" + path));
            change.replacements()
                    .forEach(one -> told.add("+" + one.path() + " " + new String(one.json(), StandardCharsets.UTF_8)));
        }
        return told;
    }

    Optional<NormalizedNode> root() {
        return tree.takeSnapshot().readNode(YangInstanceIdentifier.of());
    }

    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized long session() {
        return session;
    }

    @Override
    public void set(BackendChange change) throws BackendRefusedException, BackendUnavailableException {
        @Nullable Exception failure;
        synchronized (this) {
            changes.add(change);
            failure = failures.poll();
        }
        answers.acquireUninterruptibly();
        answers.release();
        switch (failure) {
            case BackendRefusedException refused -> throw refused;
            case BackendUnavailableException unavailable -> throw unavailable;
            case RuntimeException defect -> throw defect;
            case null -> make(change);
            default -> throw new IllegalArgumentException("not an answer of a backend", failure);
        }
    }

    private void make(BackendChange change) {
        List<Edit> edits = new ArrayList<>();
        change.deletes().forEach(path -> edits.add(new Edit.Delete(path, "")));
        change.replacements()
                .forEach(one ->
                        edits.add(new Edit.Put(one.path(), new String(one.json(), StandardCharsets.UTF_8), null)));
        try {
            DataTreeModification modification = tree.takeSnapshot().newModification();
            TreeEdits.apply(modification, model, edits);
            modification.ready();
            tree.validate(modification);
            tree.commit(tree.prepare(modification));
        } catch (DataValidationFailedException e) {
            throw new IllegalStateException("the change does not apply", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
