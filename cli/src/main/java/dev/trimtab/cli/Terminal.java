package dev.trimtab.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command reads and prints, and the environment it was called in.
 *
 * @param ansi whether lines may be coloured
 */
record Terminal(InputStream in, PrintWriter out, PrintWriter err, Ansi ansi, Map<String, String> environment) {
    private static final String SESSION = "TRIMTAB_SESSION";

    /** The process's own. Programs read what is printed, so it is UTF-8 whatever the locale; NO_COLOR is honoured. */
    static Terminal system() {
        return new Terminal(
                System.in,
                new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Ansi.AUTO,
                System.getenv());
    }

    Path sessionFile() {
        String named = environment.get(SESSION);
        return named != null && !named.isEmpty()
                ? Path.of(named)
                : Path.of(System.getProperty("user.home"), ".config", "trimtab", "session.json");
    }

    /** All of standard input. */
    String readAll() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A password: asked for without an echo at a terminal, the first line of standard input otherwise. */
    String password(String prompt) throws IOException {
        Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (console.isPresent()) {
            char[] typed = console.get().readPassword("%s", prompt);
            return typed == null ? "" : new String(typed);
        }
        String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }
}
