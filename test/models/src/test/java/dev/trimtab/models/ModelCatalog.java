package dev.trimtab.models;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.target.SystemModel;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.YangSource;
import dev.trimtab.plugin.aether.v2_0.Aether20Plugin;
import dev.trimtab.plugin.aether.v2_1.Aether21Plugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The models that are tested: the project's own, and those of the corpora, each with all that it imports, implemented. */
final class ModelCatalog {
    private static final Path CORPORA = Path.of(System.getProperty("trimtab.corpora", "corpora"));
    private static final Pattern NEEDED = Pattern.compile("(?m)^\\s*(?:import|include)\\s+\"?([\\w.-]+)\"?\\s*[;{]");
    private static final Pattern SUBMODULE = Pattern.compile("(?s)\\A(?:\\s++|//[^\\n]*+|/\\*.*?\\*/)*+submodule\\s");

    private ModelCatalog() {}

    static LoadedModel aether20() {
        return LoadedModel.load(new Aether20Plugin().describe());
    }

    static LoadedModel aether21() {
        return LoadedModel.load(new Aether21Plugin().describe());
    }

    static LoadedModel system() {
        return SystemModel.load();
    }

    /** A model of OpenConfig modules. */
    static LoadedModel openconfig(String... modules) {
        List<String> all = new ArrayList<>(List.of(modules));
        all.add("iana-if-type");
        return load("openconfig", modules[0], all);
    }

    /** A model of modules of RFCs, each in its newest revision. */
    static LoadedModel ietf(String... modules) {
        return load("ietf", modules[0], List.of(modules));
    }

    /** The model {@code name} of these modules of a corpus and what they import. */
    static LoadedModel load(String folder, String name, List<String> modules) {
        Map<String, Path> files = files(folder);
        Set<String> met = new HashSet<>();
        List<YangSource> sources = new ArrayList<>();
        for (String module : modules) {
            addWithImports(module, files, met, sources);
        }
        return LoadedModel.load(new ModelDescription(new ModelId(name, "1.0.0"), name, sources));
    }

    /** The modules of a corpus, but for {@code without}, of which everything that they import is there too. */
    static List<String> complete(String folder, Set<String> without) {
        Map<String, Path> files = files(folder);
        files.keySet().removeAll(without);
        return files.keySet().stream()
                .filter(module -> !SUBMODULE.matcher(text(file(module, files))).find())
                .filter(module -> isComplete(module, files))
                .toList();
    }

    private static boolean isComplete(String module, Map<String, Path> files) {
        try {
            addWithImports(module, files, new HashSet<>(), new ArrayList<>());
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Path file(String module, Map<String, Path> files) {
        Path file = files.get(module);
        if (file == null) {
            throw new IllegalArgumentException("no file has the module " + module);
        }
        return file;
    }

    /** Adds what a module imports before the module: yanglint wants an identity's module to be there before a default names it. */
    private static void addWithImports(
            String module, Map<String, Path> files, Set<String> met, List<YangSource> sources) {
        if (!met.add(module)) {
            return;
        }
        Path file = file(module, files);
        String text = text(file);
        NEEDED.matcher(text).results().forEach(needed -> addWithImports(needed.group(1), files, met, sources));
        boolean submodule = SUBMODULE.matcher(text).find();
        sources.add(new YangSource(file.getFileName().toString(), text, !submodule));
    }

    /** The newest file of each module of a corpus. */
    static Map<String, Path> files(String folder) {
        assumeTrue(
                Files.isDirectory(CORPORA.resolve(folder)),
                "there are no models at " + CORPORA.resolve(folder) + ": set trimtab.corpora");
        Map<String, Path> newest = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(CORPORA.resolve(folder))) {
            List<Path> files = new ArrayList<>(
                    walk.filter(file -> file.toString().endsWith(".yang")).toList());
            files.sort(Comparator.comparing(file -> file.getFileName().toString()));
            files.forEach(file -> newest.put(file.getFileName().toString().replaceFirst("(@.*)?\\.yang$", ""), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return newest;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
