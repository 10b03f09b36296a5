package dev.trimtab.app.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What tells that a file, or a folder with the files in it, has changed.
 *
 * @param files in the order of their names
 */
record Stamp(List<Entry> files) {
    private static final int FILES_MAX = 20_000;

    record Entry(String name, long size, FileTime modified) {}

    /** @throws IOException when something vanishes meanwhile */
    static Stamp of(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return new Stamp(List.of(entry(path)));
        }
        try (var inside = Files.list(path)) {
            List<Path> files = inside.limit(FILES_MAX)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
            var entries = new ArrayList<Entry>();
            for (Path file : files) {
                entries.add(entry(file));
            }
            return new Stamp(List.copyOf(entries));
        }
    }

    private static Entry entry(Path file) throws IOException {
        return new Entry(file.getFileName().toString(), Files.size(file), Files.getLastModifiedTime(file));
    }
}
