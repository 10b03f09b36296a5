package dev.trimtab.core.yang;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.YangSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.opendaylight.yangtools.yang.ir.IRStatement;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.opendaylight.yangtools.yang.model.api.source.SourceIdentifier;
import org.opendaylight.yangtools.yang.model.api.stmt.FeatureSet;
import org.opendaylight.yangtools.yang.model.spi.source.YangIRSource;
import org.opendaylight.yangtools.yang.parser.api.YangParser;
import org.opendaylight.yangtools.yang.parser.api.YangParserConfiguration;
import org.opendaylight.yangtools.yang.parser.api.YangParserException;
import org.opendaylight.yangtools.yang.parser.api.YangParserFactory;

/**
 * Parses the YANG of a model: text to statements, linking, yangtools' parser. Thread-safe.
 *
 * <p>Declared statements of the schema know their places, so that later faults can be told with theirs.
 */
public final class SchemaParser {
    private static final YangParserConfiguration WITH_PLACES =
            YangParserConfiguration.builder().retainDeclarationReferences(true).build();

    private final YangParserFactory parsers;

    public SchemaParser(YangParserFactory parsers) {
        this.parsers = parsers;
    }

    /**
     * The schema of the model's active statements; reads the sources on all cores, and takes seconds for a thousand modules.
     *
     * @throws FaultyYangException with every fault of the first step that finds any
     */
    public EffectiveModelContext parse(ModelDescription description) {
        var sources = new Sources(read(description.sources()));
        refuse(Linkage.check(sources));
        return LargeStack.call(() -> {
            refuse(SourceRules.check(sources));
            EffectiveModelContext schema = build(sources, EnabledFeatures.of(description.features(), sources));
            refuse(AugmentRules.check(sources, schema));
            refuse(SchemaRules.check(schema));
            return schema;
        });
    }

    private static List<Source> read(List<YangSource> texts) {
        var faults = new ConcurrentLinkedQueue<Fault>();
        List<Source> sources = texts.parallelStream()
                .map(text -> read(text, faults))
                .flatMap(Optional::stream)
                .toList();
        refuse(List.copyOf(faults));
        return sources;
    }

    private static Optional<Source> read(YangSource text, ConcurrentLinkedQueue<Fault> faults) {
        try {
            return Optional.of(SourceReader.read(text));
        } catch (FaultyYangException e) {
            faults.addAll(e.faults());
            return Optional.empty();
        }
    }

    private EffectiveModelContext build(Sources sources, FeatureSet features) {
        YangParser parser = parsers.createParser(WITH_PLACES).setSupportedFeatures(features);
        var active = new ActiveStatements(sources);
        try {
            for (Source source : sources.all()) {
                parser.addSource(yangtoolsSource(source, active.of(source)));
            }
            return parser.buildEffectiveModel();
        } catch (YangParserException | IOException | RuntimeException e) {
            throw new FaultyYangException(ParserFaults.of(e, sources), e);
        }
    }

    private static YangIRSource yangtoolsSource(Source source, IRStatement statements) {
        var id = source.revision().isEmpty()
                ? new SourceIdentifier(source.name())
                : new SourceIdentifier(source.name(), source.revision());
        return new YangIRSource(id, statements, source.file());
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultyYangException(faults);
        }
    }
}
