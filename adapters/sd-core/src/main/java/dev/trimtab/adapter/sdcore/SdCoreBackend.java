package dev.trimtab.adapter.sdcore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.adapter.kit.Backend;
import dev.trimtab.adapter.kit.BackendException;
import dev.trimtab.adapter.kit.BackendRefusedException;
import dev.trimtab.adapter.kit.BackendUnavailableException;
import dev.trimtab.model.TargetId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
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

    private final Duration settleTime;
    private final Clock clock = Clock.systemUTC();
    private final CoreClient client;
    private final Ledger ledger;
    private final Driver driver;
    private final Watch watch;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<TargetId, List<BackendObject>> accepted = new TreeMap<>();
    private final Set<TargetId> unreadable = new HashSet<>();
    private final Map<TargetId, Instant> unsettledUntil = new HashMap<>();
    private final Map<URI, String> troubles = new HashMap<>();

    /**
     * A backend that does nothing until it is resumed.
     *
     * @param folder where the ledger is kept
     */
    public SdCoreBackend(SdCoreSettings settings, Path folder) throws IOException {
        this.settleTime = settings.settleTime();
        this.client = new CoreClient(settings);
        this.ledger = Ledger.open(folder.resolve("sd-core-ledger.json"));
        this.driver = new Driver(client, ledger, settings.userPlaneRefresh(), clock);
        this.watch = new Watch(settings.checkInterval(), this::checkAll);
    }

    @Override
    public void apply(TargetId target, String configuration) throws BackendException {
        List<BackendObject> desired = translate(configuration);
        lock.lock();
        try {
            driveEverywhere(target, desired);
            accepted.put(target, desired);
            unreadable.remove(target);
            unsettledUntil.remove(target);
        } catch (BackendRefusedException e) {
            unsettledUntil.remove(target);
            takeBack(target);
            throw e;
        } catch (BackendUnavailableException e) {
            unsettledUntil.put(target, clock.instant().plus(settleTime));
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** Starts the check in the background, too. */
    @Override
    public void resume(Map<TargetId, String> configurations) {
        configurations.forEach((target, configuration) -> {
            try {
                accepted.put(target, translate(configuration));
            } catch (BackendRefusedException e) {
                unreadable.add(target); // its objects stay as they are until the next configuration comes
                log.atError()
                        .addKeyValue("target", target)
                        .addKeyValue("reason", e.reason())
                        .log("cannot be resumed");
            }
        });
        watch.start();
    }

    /** Breaks off what runs; when it returns, nothing writes the ledger any more. */
    @Override
    public void close() {
        watch.stop();
        client.close(); // what waits for an answer ends here
        watch.close();
        lock.lock(); // a change that runs has come to its end
        try {
            accepted.clear();
        } finally {
            lock.unlock();
        }
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
                driver.drive(target, endpoint, desired);
            } catch (BackendUnavailableException e) {
                unavailable = unavailable == null ? e : unavailable;
            }
        }
        if (unavailable != null) {
            throw unavailable;
        }
    }

    /** Goes back to the configuration accepted last; what cannot be taken back now, the check takes back later. */
    private void takeBack(TargetId target) {
        if (unreadable.contains(target)) {
            return; // there is something to go back to, and it cannot be read
        }
        try {
            driveEverywhere(target, wanted(target));
        } catch (BackendException e) {
            log.atWarn()
                    .addKeyValue("target", target)
                    .addKeyValue("reason", e.reason())
                    .log("part not taken back yet");
        }
    }

    private void checkAll() {
        for (TargetId target : locked(this::settledTargets)) {
            for (URI endpoint : locked(() -> Plan.endpoints(target, wanted(target), ledger))) {
                locked(() -> check(target, endpoint)); // a waiting change gets its turn in between
            }
        }
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** Every target that has, or had, something at a backend and is not in the middle of a change. */
    private Set<TargetId> settledTargets() {
        Instant now = clock.instant();
        unsettledUntil.values().removeIf(until -> !now.isBefore(until));
        Set<TargetId> targets = new TreeSet<>(accepted.keySet());
        targets.addAll(ledger.owners());
        targets.removeAll(unreadable);
        targets.removeAll(unsettledUntil.keySet());
        return targets;
    }

    private List<BackendObject> wanted(TargetId target) {
        return accepted.getOrDefault(target, List.of());
    }

    /** Compares and repairs one backend. */
    private boolean check(TargetId target, URI endpoint) {
        if (unsettledUntil.containsKey(target)) {
            return false; // a change came since the round began
        }
        try {
            driver.compare(target, endpoint);
            driver.drive(target, endpoint, wanted(target));
            recovered(endpoint);
            return true;
        } catch (BackendException e) {
            troubled(endpoint, e.reason());
            return false;
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
