package dev.trimtab.adapter.kit;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.model.TargetId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every target of an adapter. A target begins with the first Set that names it; a server decides which targets it has, and an
 * adapter that insisted on a list of its own would only have to be told twice. Thread-safe.
 */
final class AdapterTargets {
    private static final String SUFFIX = ".accepted";

    private final ServedModel served;
    private final Backend backend;
    private final Path folder;
    private final int targetsMax;
    private final Map<TargetId, AdapterTarget> targets = new TreeMap<>();

    AdapterTargets(ServedModel served, Backend backend, AdapterSettings settings) {
        this.served = served;
        this.backend = backend;
        this.folder = settings.folder().resolve("targets");
        this.targetsMax = settings.targetsMax();
    }

    /** Reads what the last run accepted, and tells the backend. */
    synchronized void resume() throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                open(new TargetId(name.substring(0, name.length() - SUFFIX.length())));
            }
        }
        Map<TargetId, String> accepted = new TreeMap<>();
        targets.forEach((id, target) -> accepted.put(id, target.tree().jsonWithDefaults()));
        backend.resume(accepted);
    }

    /** The target of a request that reads. */
    synchronized AdapterTarget require(String name) {
        AdapterTarget target = targets.get(id(name));
        if (target == null) {
            throw new Failure.NotFound("target '" + name + "' has no configuration here").asException();
        }
        return target;
    }

    /** The target of a request that writes. */
    synchronized AdapterTarget begin(String name) {
        TargetId id = id(name);
        AdapterTarget target = targets.get(id);
        if (target == null && targets.size() >= targetsMax) {
            throw new Failure.Throttled("the adapter has all its " + targetsMax + " targets", Duration.ofMinutes(1))
                    .asException();
        }
        try {
            return target == null ? open(id) : target;
        } catch (IOException e) {
            throw new UncheckedIOException("target " + name + " cannot be opened", e);
        }
    }

    private AdapterTarget open(TargetId id) throws IOException {
        var file = new AcceptedFile(folder.resolve(id.value() + SUFFIX));
        AdapterTarget target = AdapterTarget.open(id, served, file, backend);
        targets.put(id, target);
        return target;
    }

    private static TargetId id(String name) {
        try {
            return new TargetId(name);
        } catch (IllegalArgumentException e) {
            throw new Failure.Malformed(dev.trimtab.model.Path.ROOT, "prefix.target: " + e.getMessage()).asException();
        }
    }
}
