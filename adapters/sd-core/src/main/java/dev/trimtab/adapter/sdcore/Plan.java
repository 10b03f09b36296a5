package dev.trimtab.adapter.sdcore;

import dev.trimtab.model.TargetId;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has to be done at one backend for it to hold what one target wants there.
 *
 * @param puts what to send, each after what it refers to
 * @param deletes what to delete afterwards, each before what it refers to
 */
record Plan(List<BackendObject> puts, List<ObjectKey> deletes) {

    static Plan of(TargetId target, URI endpoint, Collection<BackendObject> desired, Ledger ledger) {
        Set<ObjectKey> wanted = desired.stream().map(BackendObject::key).collect(Collectors.toSet());
        return new Plan(
                desired.stream()
                        .filter(object ->
                                object.key().endpoint().equals(endpoint) && !ledger.isAccepted(target, object))
                        .toList(),
                ledger.of(target).reversed().stream()
                        .filter(key -> key.endpoint().equals(endpoint) && !wanted.contains(key))
                        .toList());
    }

    /** The backends that a target is, or was, concerned with; cores before user planes. */
    static Set<URI> endpoints(TargetId target, Collection<BackendObject> desired, Ledger ledger) {
        Set<URI> endpoints = new LinkedHashSet<>();
        desired.forEach(object -> endpoints.add(object.key().endpoint()));
        ledger.of(target).forEach(key -> endpoints.add(key.endpoint()));
        return endpoints;
    }

    boolean isEmpty() {
        return puts.isEmpty() && deletes.isEmpty();
    }
}
