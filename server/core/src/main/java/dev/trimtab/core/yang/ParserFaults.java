package dev.trimtab.core.yang;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.ir.IRStatement;
import org.opendaylight.yangtools.yang.model.api.meta.StatementSourceException;
import org.opendaylight.yangtools.yang.model.api.source.SourceIdentifier;
import org.opendaylight.yangtools.yang.parser.spi.meta.ReactorException;

/** Turns yangtools' chains of exceptions into faults: the deepest messages, each with its statement. */
final class ParserFaults {
    private static final Pattern PLACE = Pattern.compile("(.+):(\\d+):(\\d+)");
    private static final Pattern PLACE_IN_MESSAGE = Pattern.compile("\\s*\\[at [^\\]]*\\]");
    private static final Pattern QNAME = Pattern.compile("\\(([^()?\\s]+)(?:\\?revision=[^()\\s]*)?\\)");
    private static final int DEPTH_MAX = 20;

    private final Sources sources;
    private final List<Fault> faults = new ArrayList<>();
    private @Nullable SourceIdentifier failed;

    private ParserFaults(Sources sources) {
        this.sources = sources;
    }

    /** One or more, in the order in which yangtools tells them. */
    static List<Fault> of(Throwable failure, Sources sources) {
        var translation = new ParserFaults(sources);
        translation.add(failure, null, DEPTH_MAX);
        return translation.faults.stream().distinct().toList();
    }

    /** The deepest message says what is wrong; those above it say only that something is, but may know where. */
    private void add(Throwable failure, @Nullable StatementSourceException placed, int depth) {
        StatementSourceException nearest = failure instanceof StatementSourceException here ? here : placed;
        if (failure instanceof ReactorException reactor) {
            failed = reactor.getSourceIdentifier();
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            add(suppressed, nearest, depth - 1);
        }
        Throwable cause = failure.getCause();
        if (cause != null && depth > 0) {
            add(cause, nearest, depth - 1);
        } else {
            faults.add(fault(failure, nearest));
        }
    }

    private Fault fault(Throwable deepest, @Nullable StatementSourceException placed) {
        String reason = sentence(Objects.requireNonNullElse(deepest.getMessage(), ""));
        if (placed == null) {
            return unplaced(reason.isEmpty() ? "yangtools' parser failed: " + deepest : reason);
        }
        if (!deepest.equals(placed)) {
            String said = sentence(Objects.requireNonNullElse(placed.getMessage(), ""));
            reason = reason.isEmpty() || said.contains(reason) ? said : said + ": " + reason;
        }
        var place = PLACE.matcher(String.valueOf(placed.sourceRef()));
        return place.matches()
                ? fault(place.group(1), Integer.parseInt(place.group(2)), Integer.parseInt(place.group(3)), reason)
                : Fault.ofModel(reason);
    }

    /** Yangtools knows the source at least, mostly. */
    private Fault unplaced(String reason) {
        SourceIdentifier id = failed;
        return id == null
                ? Fault.ofModel(reason)
                : sources.all().stream()
                        .filter(source -> source.name().equals(id.name().getLocalName()))
                        .findFirst()
                        .map(source -> fault(
                                source.file(),
                                source.root().startLine(),
                                source.root().startColumn() + 1,
                                reason))
                        .orElse(Fault.ofModel(reason));
    }

    private Fault fault(String file, int line, int column, String reason) {
        IRStatement statement =
                sources.ofFile(file).map(source -> source.at(line, column)).orElse(null);
        String title = statement == null ? "" : "'" + Statements.title(statement) + "': ";
        return new Fault(file, line, column, title + reason);
    }

    /** Without the place, and with modules' names where yangtools writes namespaces. */
    private String sentence(String message) {
        String bare = PLACE_IN_MESSAGE
                .matcher(message)
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .strip();
        String named = QNAME.matcher(bare).replaceAll(this::moduleName);
        return named.endsWith(".") ? named.substring(0, named.length() - 1) : named;
    }

    private String moduleName(MatchResult namespace) {
        String name = sources.all().stream()
                .filter(source -> source.isModule() && source.namespace().equals(namespace.group(1)))
                .map(source -> source.name() + ":")
                .findFirst()
                .orElse(namespace.group());
        return Matcher.quoteReplacement(name);
    }
}
