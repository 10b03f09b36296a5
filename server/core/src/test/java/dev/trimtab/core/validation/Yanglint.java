package dev.trimtab.core.validation;

import dev.trimtab.model.YangSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** libyang's command, the oracle of what YANG means. */
final class Yanglint {
    private static final Path COMMAND = Path.of("/usr/bin/yanglint");

    private Yanglint() {}

    static boolean isInstalled() {
        return Files.isExecutable(COMMAND);
    }

    /**
     * Whether yanglint accepts {@code document} as a configuration of the modules.
     *
     * @param folder for the modules' files
     */
    static boolean accepts(List<YangSource> sources, Path document, Path folder)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(COMMAND.toString(), "-p", folder.toString(), "-t", "config"));
        for (YangSource source : sources) {
            Path file = Files.writeString(folder.resolve(source.fileName()), source.text());
            if (source.implemented()) {
                command.add(file.toString());
            }
        }
        command.add(document.toAbsolutePath().toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }
}
