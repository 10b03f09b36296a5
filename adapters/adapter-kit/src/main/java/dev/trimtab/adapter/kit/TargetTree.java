package dev.trimtab.adapter.kit;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.Decoded;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonReader;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.TreeEdits;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.core.validation.ConstraintIndexes;
import dev.trimtab.core.validation.Verdict;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Violation;
import dev.trimtab.proto.gnmi.SetRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidateTip;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/** The accepted configuration of one target. Reading is safe at any time; candidates are made and committed one at a time. */
final class TargetTree {
    private static final JsonWriter.Options AS_ACCEPTED = new JsonWriter.Options(true, false, Content.CONFIG, 0);
    private static final JsonWriter.Options WITH_DEFAULTS = new JsonWriter.Options(true, true, Content.CONFIG, 0);

    private final TargetId target;
    private final ServedModel served;
    private final DataTree tree;
    private ConstraintIndexes indexes = ConstraintIndexes.UNKNOWN;

    TargetTree(TargetId target, ServedModel served) {
        this.target = target;
        this.served = served;
        this.tree = served.model().newTree();
    }

    /** A valid configuration that is not committed yet. */
    final class Candidate {
        private final DataTreeCandidateTip tip;
        private final ConstraintIndexes after;

        private Candidate(DataTreeCandidateTip tip, ConstraintIndexes after) {
            this.tip = tip;
            this.after = after;
        }

        /** As RFC 7951 JSON, defaults left out. */
        String json() {
            return write(tip.getRootNode().dataAfter(), AS_ACCEPTED);
        }

        /** As RFC 7951 JSON, defaults filled in. */
        String jsonWithDefaults() {
            return write(tip.getRootNode().dataAfter(), WITH_DEFAULTS);
        }

        void commit() {
            tree.commit(tip);
            indexes = after;
        }
    }

    /**
     * The candidate that a request leads to.
     *
     * @throws dev.trimtab.core.failure.FailureException with every violation, or for a path that the model does not have
     */
    Candidate candidate(SetRequest request) {
        return candidate(modification -> Operations.apply(request, served.model(), modification));
    }

    /** The candidate that is exactly {@code json}. */
    Candidate candidate(String json) {
        LoadedModel model = served.model();
        Instance root = Instance.root(model);
        return candidate(modification -> {
            Decoded decoded = JsonReader.read(model, root, json.getBytes(StandardCharsets.UTF_8), true);
            NormalizedNode node = decoded.node();
            if (node != null) {
                TreeEdits.put(modification, model, root, node);
            }
            return decoded.violations();
        });
    }

    /** @param edit changes a modification and answers what does not fit */
    private Candidate candidate(Function<DataTreeModification, List<Violation>> edit) {
        DataTreeModification modification = tree.takeSnapshot().newModification();
        try {
            requireNone(edit.apply(modification));
            modification.ready();
            tree.validate(modification);
            DataTreeCandidateTip tip = tree.prepare(modification);
            Verdict verdict = served.validator().validate(indexes, tip);
            requireNone(verdict.violations());
            return new Candidate(tip, verdict.indexes());
        } catch (DataValidationFailedException | IllegalArgumentException e) {
            // The tree's own checks, which come last and are not for people.
            var violation = new Violation(Path.ROOT, "structure", null, String.valueOf(e.getMessage()), null);
            throw new Failure.Invalid(target, List.of(violation)).asException();
        }
    }

    ServedModel served() {
        return served;
    }

    /** The whole tree; empty if nothing is configured. */
    Optional<NormalizedNode> root() {
        return tree.takeSnapshot().readNode(YangInstanceIdentifier.of());
    }

    String json() {
        return write(root().orElse(null), AS_ACCEPTED);
    }

    String jsonWithDefaults() {
        return write(root().orElse(null), WITH_DEFAULTS);
    }

    private void requireNone(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new Failure.Invalid(target, violations).asException();
        }
    }

    private String write(@Nullable NormalizedNode root, JsonWriter.Options options) {
        if (root == null) {
            return "{}";
        }
        Instance at = Instance.root(served.model());
        byte[] json = JsonWriter.write(
                at, root, options, Visibility.ALL, served.validator().existence(root));
        return new String(json, StandardCharsets.UTF_8);
    }
}
