package dev.trimtab.core.southbound;

/**
 * The connection to one target's backend.
 *
 * <p>Connects by itself and again after a loss, until it is closed. Used by one reconciler; {@link #session} may be asked from any
 * thread.
 */
public interface Backend extends AutoCloseable {

    /**
     * Number of the present connection, going up with each new one; 0 while there is none. What a backend held before a new session is
     * not known any more.
     */
    long session();

    /**
     * Makes one atomic change; returns when the backend has confirmed all of it.
     *
     * @throws BackendRefusedException when the backend will not have it; nothing was changed
     * @throws BackendUnavailableException when the backend did not answer or cannot now; it may or may not have changed
     */
    void set(BackendChange change) throws BackendRefusedException, BackendUnavailableException;

    @Override
    void close();
}
