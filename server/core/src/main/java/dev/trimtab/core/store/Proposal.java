package dev.trimtab.core.store;

import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A transaction as it is proposed.
 *
 * @param bases the targets it changes, each with the revision it was validated on; each goes up by one
 * @param payload what it changes; opaque to the store and not to be modified by anybody
 */
@SuppressWarnings("ArrayRecordComponent") // bytes handed on, never compared
public record Proposal(Map<TargetId, Revision> bases, byte[] payload) {
    public Proposal {
        bases = Collections.unmodifiableMap(new TreeMap<>(bases));
    }
}
