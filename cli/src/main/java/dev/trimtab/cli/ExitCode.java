package dev.trimtab.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the process ends with. */
final class ExitCode {
    static final int OK = 0;
    static final int REFUSED = 1;
    static final int USAGE = 2;
    /** Nobody answers, the server could not decide, or what became of a change is not known. */
    static final int NO_VERDICT = 3;

    static final Map<String, String> MEANINGS = meanings();

    private ExitCode() {}

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put(" " + OK, "done");
        meanings.put(" " + REFUSED, "the server refused it");
        meanings.put(" " + USAGE, "the command line or a file that it names is wrong; nothing was changed");
        meanings.put(" " + NO_VERDICT, "no server answers, or what became of the change is not known");
        return Collections.unmodifiableMap(meanings);
    }
}
