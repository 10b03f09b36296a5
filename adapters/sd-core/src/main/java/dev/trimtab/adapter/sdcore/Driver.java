package dev.trimtab.adapter.sdcore;

import dev.trimtab.adapter.kit.BackendException;
import dev.trimtab.adapter.sdcore.ObjectKey.Kind;
import dev.trimtab.model.TargetId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does at one backend what there is to do, and keeps the ledger true to it. Not thread-safe; its owner holds a lock. */
final class Driver {
    private static final Logger log = LoggerFactory.getLogger(Driver.class);

    private final CoreClient client;
    private final Ledger ledger;
    private final Duration userPlaneRefresh;
    private final Clock clock;
    private final Map<URI, Instant> userPlaneToldAt = new HashMap<>();

    Driver(CoreClient client, Ledger ledger, Duration userPlaneRefresh, Clock clock) {
        this.client = client;
        this.ledger = ledger;
        this.userPlaneRefresh = userPlaneRefresh;
        this.clock = clock;
    }

    /**
     * Sends what the backend has not accepted yet and deletes what is not wanted any more; stops at the first failure, with
     * everything before it in the ledger.
     */
    void drive(TargetId target, URI endpoint, List<BackendObject> desired) throws BackendException {
        Plan plan = Plan.of(target, endpoint, desired, ledger);
        if (plan.isEmpty()) {
            return;
        }
        Set<ObjectKey> known = Set.copyOf(ledger.of(target));
        ledger.claim(target, plan.puts());
        try {
            for (BackendObject object : plan.puts()) {
                send(target, object, known.contains(object.key()));
            }
            for (ObjectKey key : plan.deletes()) {
                client.delete(key);
                ledger.gone(key);
                log.atInfo()
                        .addKeyValue("target", target)
                        .addKeyValue("object", key)
                        .log("backend object deleted");
            }
        } finally {
            ledger.save();
        }
    }

    private void send(TargetId target, BackendObject object, boolean known) throws BackendException {
        ObjectKey key = object.key();
        if (key.kind() == Kind.NETWORK_SLICE) {
            Inventory.register(client, object);
        }
        client.put(object, known);
        ledger.accepted(target, object);
        if (!key.kind().canBeAsked()) {
            userPlaneToldAt.put(key.endpoint(), clock.instant());
        }
        log.atInfo().addKeyValue("target", target).addKeyValue("object", key).log("backend object accepted");
    }

    /** Brings the ledger into line with what the backend holds of a target now. */
    void compare(TargetId target, URI endpoint) throws BackendException {
        Map<Kind, Set<String>> held = new HashMap<>();
        for (ObjectKey key : ledger.of(target)) {
            if (!key.endpoint().equals(endpoint)) {
                continue;
            }
            if (key.kind().canBeAsked()) {
                if (!held.containsKey(key.kind())) {
                    held.put(key.kind(), client.names(endpoint, key.kind()));
                }
                compare(key, held.getOrDefault(key.kind(), Set.of()));
            } else {
                compareUserPlane(key);
            }
        }
    }

    private void compare(ObjectKey key, Set<String> names) throws BackendException {
        if (!names.contains(key.name())) {
            ledger.gone(key);
        } else if (!client.read(key).map(held -> ledger.agrees(key, held)).orElse(false)) {
            ledger.doubt(key);
        }
    }

    /** A user plane does not say what it holds; now and then it is taken to have forgotten. */
    private void compareUserPlane(ObjectKey key) {
        Instant told = userPlaneToldAt.getOrDefault(key.endpoint(), Instant.EPOCH);
        if (!told.isAfter(clock.instant().minus(userPlaneRefresh))) {
            ledger.doubt(key);
        }
    }
}
