package dev.trimtab.adapter.sdcore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.adapter.kit.Backend;
import dev.trimtab.adapter.kit.BackendException;
import dev.trimtab.adapter.kit.BackendRefusedException;
import dev.trimtab.adapter.kit.BackendUnavailableException;
import dev.trimtab.adapter.sdcore.ObjectKey.Kind;
import dev.trimtab.model.TargetId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes cores and user planes hold exactly the objects that the accepted configurations ask for, and keeps them so.
 *
 * <p>The backends of one configuration are several, and one may accept what another does not. What one accepted is in the ledger.
 * After a refusal it is taken back at once; when a backend was out of reach, the client has {@code settleTime} to repeat the
 * request, which then finds the rest to do, before the part is taken back. A check in the background asks the cores what they
 * hold and sends what is missing or different, so that a restarted core is repaired without a client. Objects that the adapter
 * did not make are left alone.
 */
public final class SdCoreBackend implements Backend {
    private static final Logger log = LoggerFactory.getLogger(SdCoreBackend.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SdCoreSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final CoreClient client;
    private final Ledger ledger;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<TargetId, List<BackendObject>> accepted = new TreeMap<>();
    private final Map<TargetId, Instant> unsettledUntil = new HashMap<>();
    private final Map<URI, Instant> userPlaneToldAt = new HashMap<>();
    private final Map<URI, String> troubles = new HashMap<>();
    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("sd-core-check").factory());

    /** @param folder where the ledger is kept */
    public SdCoreBackend(SdCoreSettings settings, Path folder) throws IOException {
        this.settings = settings;
        this.client = new CoreClient(settings);
        this.ledger = Ledger.open(folder.resolve("sd-core-ledger.json"));
    }

    /** Starts the check in the background. */
    public void start() {
        long interval = settings.checkInterval().toNanos();
        checks.scheduleWithFixedDelay(this::checkAll, 0, interval, TimeUnit.NANOSECONDS);
    }

    @Override
    public void apply(TargetId target, String configuration) throws BackendException {
        List<BackendObject> desired = translate(configuration);
        lock.lock();
        try {
            driveEverywhere(target, desired);
            accepted.put(target, desired);
            unsettledUntil.remove(target);
        } catch (BackendRefusedException e) {
            unsettledUntil.remove(target);
            takeBack(target);
            throw e;
        } catch (BackendUnavailableException e) {
            unsettledUntil.put(target, clock.instant().plus(settings.settleTime()));
            throw e;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void resume(TargetId target, String configuration) {
        lock.lock();
        try {
            accepted.put(target, translate(configuration));
        } catch (BackendRefusedException e) {
            log.atError().addKeyValue("target", target).setCause(e).log("accepted configuration cannot be translated");
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        checks.shutdownNow();
        client.close();
    }

    private static List<BackendObject> translate(String configuration) throws BackendRefusedException {
        try {
            return SdCoreTranslation.translate(JSON.readTree(configuration));
        } catch (UntranslatableException e) {
            throw new BackendRefusedException(String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the kit handed on what is not JSON", e);
        }
    }

    /** Drives every backend as far as it goes; a refusal ends it, a backend out of reach does not stop the others. */
    private void driveEverywhere(TargetId target, List<BackendObject> desired) throws BackendException {
        BackendUnavailableException unavailable = null;
        for (URI endpoint : Plan.endpoints(target, desired, ledger)) {
            try {
                drive(target, endpoint, desired);
            } catch (BackendUnavailableException e) {
                unavailable = unavailable == null ? e : unavailable;
            }
        }
        if (unavailable != null) {
            throw unavailable;
        }
    }

    private void drive(TargetId target, URI endpoint, List<BackendObject> desired) throws BackendException {
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

    /** Goes back to the configuration accepted last; what cannot be taken back now, the check takes back later. */
    private void takeBack(TargetId target) {
        try {
            driveEverywhere(target, accepted.getOrDefault(target, List.of()));
        } catch (BackendException e) {
            log.atWarn()
                    .addKeyValue("target", target)
                    .addKeyValue("reason", e.reason())
                    .log("part not taken back yet");
        }
    }

    private void checkAll() {
        if (!lock.tryLock()) {
            return; // a change is under way and looks after its backends itself
        }
        try {
            Map.copyOf(accepted).forEach(this::check);
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("check of the backends failed"); // the next one must still come
        } finally {
            lock.unlock();
        }
    }

    private void check(TargetId target, List<BackendObject> desired) {
        Instant until = unsettledUntil.get(target);
        if (until != null && clock.instant().isBefore(until)) {
            return;
        }
        unsettledUntil.remove(target);
        for (URI endpoint : Plan.endpoints(target, desired, ledger)) {
            try {
                compare(target, endpoint);
                drive(target, endpoint, desired);
                recovered(endpoint);
            } catch (BackendException e) {
                troubled(endpoint, e.reason());
            }
        }
    }

    /** Brings the ledger into line with what a backend holds. */
    private void compare(TargetId target, URI endpoint) throws BackendException {
        Map<Kind, Set<String>> held = new HashMap<>();
        for (ObjectKey key : ledger.of(target)) {
            if (!key.endpoint().equals(endpoint)) {
                continue;
            }
            if (!key.kind().canBeAsked()) {
                compareUserPlane(key);
                continue;
            }
            Set<String> names = held.get(key.kind());
            if (names == null) {
                names = client.names(endpoint, key.kind());
                held.put(key.kind(), names);
            }
            if (!names.contains(key.name())) {
                ledger.gone(key);
            } else if (!client.read(key)
                    .map(object -> ledger.agrees(key, object))
                    .orElse(false)) {
                ledger.doubt(key);
            }
        }
    }

    /** A user plane does not say what it holds; now and then it is taken to have forgotten. */
    private void compareUserPlane(ObjectKey key) {
        Instant told = userPlaneToldAt.getOrDefault(key.endpoint(), Instant.MIN);
        if (!told.isAfter(clock.instant().minus(settings.userPlaneRefresh()))) {
            ledger.doubt(key);
        }
    }

    private void troubled(URI endpoint, String reason) {
        if (!reason.equals(troubles.put(endpoint, reason))) {
            log.atWarn()
                    .addKeyValue("backend", endpoint)
                    .addKeyValue("reason", reason)
                    .log("backend not as configured");
        }
    }

    private void recovered(URI endpoint) {
        if (troubles.remove(endpoint) != null) {
            log.atInfo().addKeyValue("backend", endpoint).log("backend as configured again");
        }
    }
}
