package dev.trimtab.core.model;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.YangSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidate;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/** The model of these tests, with every YANG type and statement that the engine treats, and short ways to use it. */
final class Zoo {
    static final LoadedModel MODEL = LoadedModel.load(new ModelDescription(
            new ModelId("zoo", "1.0.0"),
            "Animals",
            List.of(source("zoo.yang", true), source("zoo-more.yang", true), source("zoo-types.yang", false))));

    private Zoo() {}

    static YangSource source(String file, boolean implemented) {
        try (InputStream in = Zoo.class.getResourceAsStream("/yang/" + file)) {
            byte[] text = Objects.requireNonNull(in).readAllBytes();
            return new YangSource(file, new String(text, StandardCharsets.UTF_8), implemented);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    static Instance at(String path) {
        return PathResolver.resolve(MODEL, Path.parse(path));
    }

    static SchemaNode schema(String path) {
        return at(path).schema();
    }

    static Decoded read(String path, String json, boolean strict) {
        return JsonReader.read(MODEL, at(path), json.getBytes(StandardCharsets.UTF_8), strict);
    }

    /** The node of a JSON text that must fit. */
    static NormalizedNode node(String path, String json) {
        Decoded decoded = JsonReader.read(MODEL, at(path), json.getBytes(StandardCharsets.UTF_8), true, Content.ALL);
        if (decoded.node() == null) {
            throw new AssertionError(decoded.violations().toString());
        }
        return decoded.node();
    }

    static String write(String path, NormalizedNode node, JsonWriter.Options options) {
        return new String(
                JsonWriter.write(at(path), node, options, Visibility.ALL, Existence.UNCONDITIONAL),
                StandardCharsets.UTF_8);
    }

    static NormalizedNode root(DataTree tree) {
        return tree.takeSnapshot().readNode(Instance.root(MODEL).id()).orElseThrow();
    }

    static String json(DataTree tree) {
        return write("/", root(tree), JsonWriter.Options.STRICT);
    }

    /** Commits a change and gives the candidate it was. */
    static DataTreeCandidate change(DataTree tree, Consumer<DataTreeModification> change) {
        DataTreeModification m = tree.takeSnapshot().newModification();
        change.accept(m);
        m.ready();
        try {
            tree.validate(m);
            DataTreeCandidate candidate = tree.prepare(m);
            tree.commit(candidate);
            return candidate;
        } catch (DataValidationFailedException e) {
            throw new AssertionError(e);
        }
    }

    static List<Edit> put(DataTree tree, String path, String json) {
        return TreeEdits.edits(MODEL, change(tree, m -> TreeEdits.put(m, MODEL, at(path), node(path, json))));
    }

    static List<Edit> merge(DataTree tree, String path, String json) {
        return TreeEdits.edits(MODEL, change(tree, m -> TreeEdits.merge(m, MODEL, at(path), node(path, json))));
    }

    static List<Edit> delete(DataTree tree, String path) {
        return TreeEdits.edits(MODEL, change(tree, m -> TreeEdits.delete(m, at(path))));
    }
}
