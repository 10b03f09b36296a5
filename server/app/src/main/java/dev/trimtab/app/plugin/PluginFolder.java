package dev.trimtab.app.plugin;

import dev.trimtab.core.target.ModelReport;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.transaction.TransactionService;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the plugin folder: jars, and zips and folders of YANG.
 *
 * <p>An event only says that there is something to look at; what is there is found by looking at all of it. A file that changes while
 * it is read is left for the event that its next change brings. Its own thread alone changes anything.
 */
public final class PluginFolder implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PluginFolder.class);
    private static final WatchEvent.Kind<?>[] KINDS = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };

    private final Path folder;
    private final FolderModels models;
    private final ModelReport report;
    private final WatchService watch;
    private final Thread thread = Thread.ofPlatform().name("trimtab-plugins").unstarted(this::follow);
    private final Map<String, Stamp> seen = new HashMap<>();

    private PluginFolder(Path folder, FolderModels models, ModelReport report, WatchService watch) {
        this.folder = folder;
        this.models = models;
        this.report = report;
        this.watch = watch;
    }

    /** What it works with. */
    public record Services(Models models, ModelPlugins plugins, TransactionService transactions, ModelReport report) {}

    /**
     * Takes what is in the folder, which is made where there is none, and follows it from then on.
     *
     * @param data folder for copies of the jars that run
     * @throws IOException when a folder cannot be made or watched
     */
    public static PluginFolder open(PluginConfig config, Path data, Services services) throws IOException {
        Path folder = config.folder();
        Files.createDirectories(folder);
        var models = new FolderModels(services, config.bounds().client(), emptied(data.resolve("plugins-running")));
        var opened = new PluginFolder(
                folder, models, services.report(), folder.getFileSystem().newWatchService());
        folder.register(opened.watch, KINDS);
        opened.look();
        opened.thread.start();
        return opened;
    }

    /** What a server that was killed left behind is of no use. */
    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }

    private void follow() {
        try {
            while (true) {
                WatchKey key = watch.take();
                key.pollEvents(); // also where events were lost: all of it is looked at
                lookAgain();
                key.reset();
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            log.atDebug().log("the plugin folder is watched no more");
        }
    }

    private void lookAgain() {
        try {
            look();
        } catch (RuntimeException e) { // somebody else's code, or a file system
            log.atError().addKeyValue("folder", folder).setCause(e).log("the plugin folder cannot be followed");
        }
    }

    private void look() {
        Set<String> present = new HashSet<>();
        try (var files = Files.list(folder)) {
            files.sorted().filter(PluginFolder::concerns).forEach(file -> {
                present.add(String.valueOf(file.getFileName()));
                look(file);
            });
        } catch (IOException e) {
            log.atWarn().addKeyValue("folder", folder).setCause(e).log("the plugin folder cannot be read");
            return;
        }
        for (String name : Set.copyOf(seen.keySet())) {
            if (!present.contains(name)) {
                seen.remove(name);
                report.accept(name);
                models.drop(name);
                log.atInfo().addKeyValue("file", name).log("a file of the plugin folder is gone");
            }
        }
    }

    private static boolean concerns(Path file) {
        String name = file.toString();
        return name.endsWith(".jar") || name.endsWith(".zip") || Files.isDirectory(file);
    }

    private void look(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.isDirectory(file)) {
                file.register(watch, KINDS);
            }
            Stamp stamp = Stamp.of(file);
            if (!stamp.equals(seen.get(name))) {
                take(file, name, stamp);
            }
        } catch (IOException e) {
            log.atDebug().addKeyValue("file", name).setCause(e).log("a file of the plugin folder vanishes");
        }
    }

    private void take(Path file, String name, Stamp stamp) throws IOException {
        seen.put(name, stamp);
        try {
            models.take(file);
            report.accept(name);
            log.atInfo().addKeyValue("file", name).log("a file of the plugin folder brings its models");
        } catch (RefusedFileException e) {
            if (stamp.equals(Stamp.of(file))) {
                report.refuse(name, String.valueOf(e.getMessage()));
                log.atWarn()
                        .addKeyValue("file", name)
                        .addKeyValue("reason", e.getMessage())
                        .log("a file of the plugin folder brings no model");
            }
        }
    }

    /** Ends the code of its jars. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            watch.close();
            thread.join();
        } catch (IOException e) {
            log.atWarn().setCause(e).log("the watch of the plugin folder does not close");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        models.close();
    }
}
