package dev.trimtab.adapter.kit;

import dev.trimtab.model.TargetId;
import java.util.Map;

/**
 * The system behind an adapter, and how a configuration reaches it.
 *
 * <p>Calls for one target come one after the other; calls for different targets may come at the same time. A call blocks until
 * the outcome is known.
 */
public interface Backend extends AutoCloseable {
    /**
     * Makes the system be as {@code configuration} says; returns only when the system accepted all of it.
     *
     * <p>A second call with the same configuration is harmless. After an exception the target's configuration is still the one
     * that was accepted last: what the system took of this one already is the backend's to remember, and to bring into line with
     * the next call or, when none comes, with the last accepted configuration.
     *
     * @param configuration the whole configuration as RFC 7951 JSON, defaults filled in, valid by the model
     * @throws BackendRefusedException when the system will not take it however often it is asked
     * @throws BackendUnavailableException when the same call may succeed later
     */
    void apply(TargetId target, String configuration) throws BackendException;

    /**
     * Tells, once and before the first {@link #apply}, what the system accepted before the adapter was restarted. Returns at
     * once; the backend compares and repairs in its own time.
     *
     * @param accepted the last accepted configuration of every target, in the form that {@link #apply} gets
     */
    void resume(Map<TargetId, String> accepted);

    @Override
    void close();
}
