package dev.trimtab.adapter.kit;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.model.TargetId;
import dev.trimtab.proto.gnmi.SetRequest;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One target: its accepted configuration, who is its master, and the way of a Set through the backend. Thread-safe. */
final class AdapterTarget {
    private static final Logger log = LoggerFactory.getLogger(AdapterTarget.class);

    private final TargetId id;
    private final TargetTree tree;
    private final AcceptedFile file;
    private final Backend backend;
    private final ReentrantLock lock = new ReentrantLock();
    private Term term;

    private AdapterTarget(TargetId id, TargetTree tree, AcceptedFile file, Backend backend, Term term) {
        this.id = id;
        this.tree = tree;
        this.file = file;
        this.backend = backend;
        this.term = term;
    }

    /** A target as the last run left it; empty if there was none. */
    static AdapterTarget open(TargetId id, ServedModel served, AcceptedFile file, Backend backend) throws IOException {
        var tree = new TargetTree(id, served);
        var accepted = file.read();
        accepted.ifPresent(last -> tree.candidate(last.json()).commit());
        return new AdapterTarget(
                id,
                tree,
                file,
                backend,
                accepted.map(AcceptedFile.Accepted::term).orElse(Term.NONE));
    }

    TargetTree tree() {
        return tree;
    }

    /**
     * Makes one change; returns when the backend accepted all of it and it is on the disk.
     *
     * @param claimed the term of the master that sends it; null if it does not take part in the election
     * @throws BackendException when the backend did not accept it; nothing is changed here
     */
    void set(SetRequest request, @Nullable Term claimed) throws BackendException {
        lock.lock();
        try {
            if (claimed != null) {
                fence(claimed);
            }
            TargetTree.Candidate candidate = tree.candidate(request);
            backend.apply(id, candidate.jsonWithDefaults());
            file.write(new AcceptedFile.Accepted(term, candidate.json()));
            candidate.commit();
            log.atInfo().addKeyValue("target", id).addKeyValue("term", term).log("configuration accepted");
        } finally {
            lock.unlock();
        }
    }

    /** A larger term is kept before anything else is done, so that its predecessor is refused even if this Set fails. */
    private void fence(Term claimed) {
        int order = claimed.compareTo(term);
        if (order < 0) {
            throw new Failure.Denied("election id " + claimed + " is smaller than " + term + ", the present master's")
                    .asException();
        }
        if (order > 0) {
            file.write(new AcceptedFile.Accepted(claimed, tree.json()));
            term = claimed;
        }
    }
}
