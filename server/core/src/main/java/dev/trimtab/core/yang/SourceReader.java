package dev.trimtab.core.yang;

import dev.trimtab.model.YangSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.opendaylight.yangtools.yang.ir.IRStatement;

/** Reads one source, and refuses what later steps could not name or would take too long for. */
final class SourceReader {
    /** The largest published modules have a million characters. */
    static final int TEXT_MAX = 16 << 20;

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private SourceReader() {}

    /** @throws FaultyYangException with what is wrong with this source by itself */
    static Source read(YangSource text) {
        if (text.text().length() > TEXT_MAX) {
            throw new FaultyYangException(new Fault(
                    text.fileName(),
                    0,
                    0,
                    "has " + text.text().length() + " characters; " + TEXT_MAX + " are the most"));
        }
        IRStatement root = StatementReader.read(text.fileName(), text.text());
        Source source = Source.of(text, root);
        if (!Statements.is(root, "module") && !Statements.is(root, "submodule")) {
            throw fault(source, root, "is neither a module nor a submodule");
        }
        if (!IDENTIFIER.matcher(source.name()).matches()) {
            throw fault(source, root, "has a name that is no identifier");
        }
        checkDates(source);
        ArgumentBounds.check(source);
        return source;
    }

    private static void checkDates(Source source) {
        Statements.children(source.root(), "revision")
                .filter(revision -> !isDate(Statements.argument(revision)))
                .findFirst()
                .ifPresent(revision -> {
                    throw fault(source, revision, "is not a date in the form 2026-01-31");
                });
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return DATE.matcher(text).matches();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static FaultyYangException fault(Source source, IRStatement at, String reason) {
        return new FaultyYangException(source.fault(at, reason));
    }
}
