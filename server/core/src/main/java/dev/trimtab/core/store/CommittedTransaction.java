package dev.trimtab.core.store;

import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A transaction as the log holds it.
 *
 * @param index its place in the log, from 1
 * @param revisions the targets it changed, each with its new revision
 * @param payload as proposed; not to be modified by anybody
 */
@SuppressWarnings("ArrayRecordComponent") // bytes handed on, never compared
public record CommittedTransaction(long index, Map<TargetId, Revision> revisions, byte[] payload) {
    public CommittedTransaction {
        revisions = Collections.unmodifiableMap(new TreeMap<>(revisions));
    }
}
