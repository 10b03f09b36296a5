package dev.trimtab.modeltools;

import dev.trimtab.model.YangResources;
import dev.trimtab.model.YangSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a folder of YANG as a model: its files are implemented, and what they import comes from other folders, or from the two
 * modules of common types that the tools carry.
 */
final class ModelFolder {
    private static final int FILES_MAX = 10_000;
    private static final int DEPTH_MAX = 20;
    private static final Pattern VERSION = Pattern.compile("(0|[1-9]\\d{0,8})(\\.(0|[1-9]\\d{0,8})){2}");
    private static final Pattern USED = Pattern.compile("(?<![\\w.-])(?:import|include)\\s+[\"']?([A-Za-z_][\\w.-]*)");
    private static final List<String> COMMON = List.of("ietf-inet-types@2013-07-15", "ietf-yang-types@2013-07-15");

    private ModelFolder() {}

    /** The version that the folder is named after. */
    static Optional<String> version(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return Optional.ofNullable(name)
                .map(Path::toString)
                .filter(text -> VERSION.matcher(text).matches());
    }

    /**
     * The modules of the model, then those they import; of the latter every revision that is found.
     *
     * @throws WrongInputException if a folder cannot be read, or holds no YANG, or too much
     */
    static List<YangSource> read(Path folder, List<Path> imports) {
        List<YangSource> sources = new ArrayList<>();
        for (Path file : files(folder, 1)) {
            sources.add(new YangSource(file.getFileName().toString(), text(file), true));
        }
        if (sources.isEmpty()) {
            throw new WrongInputException("folder '" + folder + "' holds no .yang file", null);
        }
        addImports(sources, library(imports));
        return sources;
    }

    private static void addImports(List<YangSource> sources, Map<String, List<YangSource>> library) {
        Map<String, YangSource> known = new LinkedHashMap<>();
        sources.forEach(source -> known.put(module(source.fileName()), source));
        Deque<YangSource> open = new ArrayDeque<>(sources);
        while (!open.isEmpty()) {
            List<String> used = USED.matcher(open.remove().text())
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            for (String name : used) {
                for (YangSource source :
                        known.containsKey(name) ? List.<YangSource>of() : library.getOrDefault(name, List.of())) {
                    known.put(name, source);
                    sources.add(source);
                    open.add(source);
                }
            }
        }
    }

    /** Everything that may be imported, by the module's name; the folders come before what the tools carry. */
    private static Map<String, List<YangSource>> library(List<Path> folders) {
        Map<String, List<YangSource>> library = new LinkedHashMap<>();
        for (Path folder : folders) {
            for (Path file : files(folder, DEPTH_MAX)) {
                String name = file.getFileName().toString();
                List<YangSource> revisions = library.computeIfAbsent(module(name), _ -> new ArrayList<>());
                if (revisions.stream().noneMatch(other -> other.fileName().equals(name))) {
                    revisions.add(new YangSource(name, text(file), false));
                }
            }
        }
        for (String name : COMMON) {
            var carried = new YangResources(ModelFolder.class.getClassLoader()).imported("META-INF/yang", name);
            library.putIfAbsent(module(name + ".yang"), carried.sources());
        }
        return library;
    }

    private static String module(String fileName) {
        return fileName.replaceFirst("(@.*)?\\.yang$", "");
    }

    private static List<Path> files(Path folder, int depth) {
        Predicate<Path> yang = file -> file.toString().endsWith(".yang") && Files.isRegularFile(file);
        try (Stream<Path> found = Files.walk(folder, depth)) {
            List<Path> files = found.filter(yang).limit(FILES_MAX + 1L).sorted().toList();
            if (files.size() > FILES_MAX) {
                throw new WrongInputException("folder '" + folder + "' holds more than " + FILES_MAX + " files", null);
            }
            return files;
        } catch (IOException e) {
            throw new WrongInputException("folder '" + folder + "' cannot be read", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new WrongInputException("file '" + file + "' cannot be read as UTF-8", e);
        }
    }
}
