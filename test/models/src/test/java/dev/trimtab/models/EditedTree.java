package dev.trimtab.models;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.core.validation.ConstraintIndexes;
import dev.trimtab.core.validation.Verdict;
import dev.trimtab.models.generate.Dice;
import dev.trimtab.models.generate.Document;
import dev.trimtab.models.generate.RandomChange;
import dev.trimtab.models.generate.Repair;
import dev.trimtab.models.generate.TreeGenerator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidate;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/** A valid configuration that is edited again and again; what is not valid is not kept. */
final class EditedTree {
    private static final int SIZE = 30;
    private static final int ATTEMPTS = 3;

    /** A tree that has grown beyond it begins anew, so that edits keep meeting each other. */
    private static final int NODES_MAX = 250;

    private final Judge judge;
    private final DataTree tree;
    private Document document;
    private ConstraintIndexes indexes = ConstraintIndexes.UNKNOWN;
    private boolean valid;

    EditedTree(Judge judge, long seed) {
        this.judge = judge;
        this.tree = judge.model().newTree();
        this.document = Document.empty(judge.model());
        begin(seed);
    }

    /** Makes the edits of these seeds one after the other, and checks each. */
    void checkAll(List<Long> seeds) {
        for (long seed : seeds) {
            if (!valid || document.root().all().size() > NODES_MAX) {
                begin(seed);
            }
            if (valid) {
                check(seed);
            }
        }
    }

    /** Puts a random valid configuration in place of the present one; a few attempts may fail in models that ask for much. */
    private void begin(long seed) {
        var dice = new Dice(seed);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var generator = new TreeGenerator(judge.model(), dice, 0);
            Document start = generator.document(SIZE);
            if (new Repair(judge.validator(), generator, dice).repair(start)) {
                Instance root = Instance.root(judge.model());
                NormalizedNode all = judge.decode(start.json());
                keep(
                        requireNonNull(prepare(m -> m.write(root.id(), all))),
                        judge.validator().validateAll(all).indexes());
                valid = true;
                return;
            }
        }
    }

    private void check(long seed) {
        var change = new RandomChange(document, new Dice(seed));
        DataTreeCandidate candidate = prepare(change::apply);
        NormalizedNode after =
                candidate == null ? null : candidate.getRootNode().dataAfter();
        if (candidate == null || after == null) {
            return;
        }

        Verdict incremental = judge.validator().validate(indexes, candidate);
        Verdict full = judge.validator().validateAll(after);

        String shown = "model %s, edit %d: %s%nof %s".formatted(judge.model(), seed, change, document);
        assertThat(Set.copyOf(incremental.violations())).as(shown).isEqualTo(Set.copyOf(full.violations()));
        assertThat(incremental.withered()).as(shown).isEqualTo(full.withered());
        if (full.violations().isEmpty()) {
            keep(candidate, incremental.indexes());
        }
    }

    /** Null for what yangtools' own tree refuses: it counts elements, now and then before we do. */
    private @Nullable DataTreeCandidate prepare(Consumer<DataTreeModification> change) {
        DataTreeModification modification = tree.takeSnapshot().newModification();
        try {
            change.accept(modification);
            modification.ready();
            tree.validate(modification);
            return tree.prepare(modification);
        } catch (DataValidationFailedException | IllegalArgumentException _) {
            return null;
        }
    }

    private void keep(DataTreeCandidate candidate, ConstraintIndexes of) {
        tree.commit(candidate);
        indexes = of;
        byte[] json = JsonWriter.write(
                judge.model().root(),
                requireNonNull(candidate.getRootNode().dataAfter()),
                JsonWriter.Options.STRICT,
                Visibility.ALL);
        document = Document.parse(judge.model(), new String(json, StandardCharsets.UTF_8));
    }
}
