package dev.trimtab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.cli.client.Json;
import dev.trimtab.cli.client.WrongInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The YANG files that the person named, as a model's entry has them. */
final class YangFiles {
    private static final String ENDING = ".yang";

    private final List<Path> named;

    YangFiles(List<Path> named) {
        this.named = named;
    }

    /**
     * The entry with every file's text.
     *
     * @param implemented names of modules; empty for all
     * @throws WrongInputException when a file cannot be read, there is none, or one that is to be implemented is missing
     */
    ObjectNode entry(Set<String> implemented) throws IOException {
        ObjectNode entry = Json.object();
        ArrayNode sources = entry.putArray("source");
        Set<String> missing = new HashSet<>(implemented);
        for (Path file : files()) {
            String name = file.getFileName().toString();
            String module = name.replaceFirst("(@[^@]*)?\\.yang$", "");
            missing.remove(module);
            sources.addObject()
                    .put("file-name", name)
                    .put("text", Files.text(file))
                    .put("implemented", implemented.isEmpty() || implemented.contains(module));
        }
        if (!missing.isEmpty()) {
            throw new WrongInputException("no file is of module " + String.join(", ", missing));
        }
        return entry;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (java.nio.file.Files.isDirectory(path)) {
                try (var inside = java.nio.file.Files.list(path)) {
                    inside.filter(file -> file.toString().endsWith(ENDING))
                            .sorted()
                            .forEach(files::add);
                }
            } else if (path.toString().endsWith(ENDING)) {
                files.add(path);
            } else {
                throw new WrongInputException(path + " is neither a folder nor a " + ENDING + " file");
            }
        }
        if (files.isEmpty()) {
            throw new WrongInputException("there is no " + ENDING + " file in " + named);
        }
        return files;
    }
}
