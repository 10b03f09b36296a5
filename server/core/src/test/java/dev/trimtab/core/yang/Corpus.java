package dev.trimtab.core.yang;

import dev.trimtab.core.yang.Source.Reference;
import dev.trimtab.model.YangSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opendaylight.yangtools.yang.ir.IRStatement;

/** A folder of YANG files, read once, of which models are made. */
public final class Corpus {
    private static final Set<String> NAMING_NODES = Set.of("augment", "deviation", "path", "when", "must");
    private static final Set<String> LENT = Set.of("grouping", "typedef");
    private static final Pattern STEP = Pattern.compile("/\\s*([A-Za-z_][\\w.-]*):");
    private static final Pattern IDENTITY = Pattern.compile("^([A-Za-z_][\\w.-]*):[A-Za-z_]");

    private final Sources sources;

    private Corpus(Sources sources) {
        this.sources = sources;
    }

    /** Every file of the folder and those below that is a module or submodule. */
    public static Corpus of(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return new Corpus(new Sources(files.filter(file -> file.toString().endsWith(".yang"))
                    .sorted()
                    .map(Corpus::read)
                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source read(Path file) {
        try {
            var text = new YangSource(file.getFileName().toString(), Files.readString(file), false);
            return Source.of(text, StatementReader.read(text.fileName(), text.text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the modules, sorted; submodules are parts of them. */
    public List<String> modules() {
        return sources.all().stream()
                .filter(Source::isModule)
                .map(Source::name)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The newest revision of a module, implemented, with what it imports and includes. Of those are implemented too the modules
     * whose nodes it augments or whose nodes an expression or leafref names, and those whose identities are defaults.
     */
    public List<YangSource> model(String module) {
        Set<Source> implemented = new HashSet<>(List.of(sources.modules(module).getFirst()));
        Set<Source> needed = needed(implemented);
        while (needed.stream()
                .flatMap(source -> companions(source, implemented))
                .filter(needed::contains)
                .toList()
                .stream()
                .map(implemented::add)
                .reduce(false, Boolean::logicalOr)) {
            needed = needed(implemented);
        }
        return needed.stream()
                .map(source -> new YangSource(source.file(), source.text().text(), implemented.contains(source)))
                .toList();
    }

    private Set<Source> needed(Collection<Source> implemented) {
        Set<Source> needed = new LinkedHashSet<>(implemented);
        Deque<Source> pending = new ArrayDeque<>(needed);
        while (!pending.isEmpty()) {
            Source source = pending.pop();
            Stream.concat(
                            source.imports().stream().map(sources::imported),
                            source.includes().stream().map(sources::included))
                    .flatMap(Optional::stream)
                    .filter(needed::add)
                    .forEach(pending::push);
        }
        return needed;
    }

    private Stream<Source> companions(Source source, Set<Source> implemented) {
        boolean whole = sources.wholeModule(source).stream().anyMatch(implemented::contains);
        return source.root().statements().stream()
                .filter(statement -> whole || LENT.contains(statement.keyword().identifier()))
                .flatMap(Corpus::below)
                .flatMap(statement -> prefixes(statement))
                .distinct()
                .flatMap(prefix -> module(source, prefix).stream());
    }

    private static Stream<IRStatement> below(IRStatement statement) {
        return Stream.concat(
                Stream.of(statement), statement.statements().stream().flatMap(Corpus::below));
    }

    private static Stream<String> prefixes(IRStatement statement) {
        String keyword = statement.keyword().identifier();
        Pattern named = NAMING_NODES.contains(keyword) ? STEP : IDENTITY;
        return NAMING_NODES.contains(keyword) || keyword.equals("default")
                ? named.matcher(Statements.argument(statement)).results().map((MatchResult found) -> found.group(1))
                : Stream.empty();
    }

    private Optional<Source> module(Source source, String prefix) {
        if (prefix.equals(source.prefix())) {
            return sources.wholeModule(source).stream().filter(Source::isModule).findFirst();
        }
        return source.imports().stream()
                .filter(reference -> reference.prefix().equals(prefix))
                .findFirst()
                .flatMap((Reference reference) -> sources.imported(reference));
    }
}
