package dev.trimtab.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * What one command line led to.
 *
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int code, String out, String err) {

    /** Where command lines are run: with a session file of their own. */
    record Place(Path session, String input, Ansi ansi) {
        Place(Path folder) {
            this(folder.resolve("session.json"), "", Ansi.OFF);
        }

        Place withInput(String text) {
            return new Place(session, text, ansi);
        }

        Place withColours() {
            return new Place(session, input, Ansi.ON);
        }

        CommandRun run(String... words) {
            var out = new StringWriter();
            var err = new StringWriter();
            var terminal = new Terminal(
                    new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                    new PrintWriter(out),
                    new PrintWriter(err),
                    ansi,
                    Map.of("TRIMTAB_SESSION", session.toString()));
            int code = Main.commandLine(terminal).execute(words);
            return new CommandRun(code, out.toString(), err.toString());
        }
    }
}
