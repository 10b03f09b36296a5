package dev.trimtab.core.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.core.model.Decoded;
import dev.trimtab.core.model.Edit;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonReader;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.TreeEdits;
import dev.trimtab.core.store.CommittedTransaction;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.YangSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidate;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/** What was accepted comes back from the log as it was. */
class TransactionCodecTest {
    private static final ModelId ID = new ModelId("notes", "1.0.0");
    private static final TargetId TARGET = new TargetId("a");
    private static final LoadedModel MODEL =
            LoadedModel.load(new ModelDescription(ID, "Notes", List.of(new YangSource("notes.yang", """
            module notes {
              yang-version 1.1;
              namespace "urn:notes";
              prefix n;
              revision 2026-01-01;
              container shelf {
                list book {
                  key id;
                  leaf id { type uint8; }
                  container cover { anydata content; anyxml mark; }
                  leaf-list word { type string; ordered-by user; }
                }
              }
            }
            """, true))));

    private static Transaction transaction(List<Edit> edits) {
        return new Transaction(
                7,
                Instant.parse("2026-01-02T03:04:05Z"),
                "admin",
                "é",
                "key",
                Map.of(TARGET, new TargetChange(ID, new Revision(3), edits)));
    }

    private static Transaction throughTheLog(Transaction transaction) {
        return TransactionCodec.decode(
                new CommittedTransaction(7, Map.of(TARGET, new Revision(3)), TransactionCodec.encode(transaction)));
    }

    @Test
    void everyValueComesBackToTheDigit() {
        Path path = Path.parse("/shelf/book[id=1]");
        var edits = List.<Edit>of(
                new Edit.Delete(path, "{\"notes:id\":1}"),
                new Edit.Put(path, "{\"a\":[1.10,1E+2,1e999999,-0.0,\"\\u0001\\\"\",{}]}", null),
                new Edit.Put(path, "12345678901234567890", "0.50"),
                new Edit.Put(path, "\"éé \uD83D\uDE00\"", "\"\""),
                new Edit.Put(path, "true", "null"),
                new Edit.Put(path, "[null]", "[ ]"));

        assertThat(throughTheLog(transaction(edits))).isEqualTo(transaction(edits));
    }

    @Test
    void contentAsDeepAsItMayBeIsReadBackWhateverWasCreatedAboveIt() throws DataValidationFailedException {
        DataTree tree = MODEL.newTree();
        DataTree replayed = MODEL.newTree();
        // The root's object, the shelf's, the list's array, the entry's object and the cover's are around the content.
        String deepest = "{\"a\":".repeat(194) + "1.50" + "}".repeat(194);
        put(tree, "/shelf/book[id=1]/cover/content", deepest);

        List<Edit> edits = TreeEdits.edits(MODEL, put(tree, "/shelf/book[id=1]/cover/mark", deepest.replace('a', 'b')));
        replay(replayed, put(MODEL.newTree(), "/shelf/book[id=1]/cover/content", deepest));
        replay(replayed, edits);

        assertThat(root(replayed)).isEqualTo(root(tree));
    }

    private static void replay(DataTree tree, DataTreeCandidate change) throws DataValidationFailedException {
        List<Edit> edits = TreeEdits.edits(MODEL, change);
        assertThat(edits).extracting(Edit::path).containsExactly(Path.parse("/shelf"));
        replay(tree, edits);
    }

    private static void replay(DataTree tree, List<Edit> edits) throws DataValidationFailedException {
        List<Edit> read = Objects.requireNonNull(
                        throughTheLog(transaction(edits)).targets().get(TARGET))
                .edits();
        var m = tree.takeSnapshot().newModification();
        TreeEdits.apply(m, MODEL, read);
        commit(tree, m);
    }

    private static DataTreeCandidate put(DataTree tree, String path, String json) throws DataValidationFailedException {
        Instance at = PathResolver.resolve(MODEL, Path.parse(path));
        Decoded decoded = JsonReader.read(MODEL, at, json.getBytes(StandardCharsets.UTF_8), true);
        var m = tree.takeSnapshot().newModification();
        TreeEdits.put(m, MODEL, at, Objects.requireNonNull(decoded.node()));
        return commit(tree, m);
    }

    private static DataTreeCandidate commit(DataTree tree, DataTreeModification m)
            throws DataValidationFailedException {
        m.ready();
        tree.validate(m);
        DataTreeCandidate candidate = tree.prepare(m);
        tree.commit(candidate);
        return candidate;
    }

    private static NormalizedNode root(DataTree tree) {
        return tree.takeSnapshot().readNode(Instance.root(MODEL).id()).orElseThrow();
    }
}
