package dev.trimtab.core.transaction;

import dev.trimtab.core.model.AnnotationSweep;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.TreeEdits;
import dev.trimtab.core.validation.Verdict;
import dev.trimtab.model.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidateTip;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/**
 * A change of one tree together with what it makes disappear: nodes that nobody wrote and whose {@code when} is no longer true,
 * and those whose {@code when} depends on them, until no more do. Source: RFC 7950 section 8.2. Annotations go with their nodes.
 *
 * @param violations of constraints, and of annotations that may not be
 */
record Settled(
        DataTreeModification modification, DataTreeCandidateTip tip, Verdict verdict, List<Violation> violations) {
    /** Each round finds what the one before has made untrue; a chain that is longer is told as violations. */
    private static final int ROUNDS_MAX = 100;

    /**
     * Makes the change.
     *
     * @param changes makes it in a modification; called once a round
     * @param payload what the command writes itself, which is never removed and a violation where it may not exist
     */
    static Settled of(WorkingTree tree, Consumer<DataTreeModification> changes, Payload payload)
            throws DataValidationFailedException {
        List<Instance> gone = new ArrayList<>();
        for (int round = 1; ; round++) {
            DataTreeModification modification = tree.modify();
            changes.accept(modification);
            gone.forEach(at -> TreeEdits.delete(modification, at));
            DataTreeCandidateTip tip = tree.prepare(modification);
            Verdict verdict = tree.served().validator().validate(tree.indexes(), tip);
            AnnotationSweep sweep = AnnotationSweep.of(tree.served().model(), tip.getRootNode());
            int before = gone.size();
            gone.addAll(sweep.orphans());
            verdict.withered().stream()
                    .filter(at -> !at.schema().isKey() && !payload.names(at.id()))
                    .forEach(gone::add);
            if (gone.size() == before || round == ROUNDS_MAX) {
                return new Settled(modification, tip, verdict, together(verdict, sweep));
            }
        }
    }

    private static List<Violation> together(Verdict verdict, AnnotationSweep sweep) {
        return sweep.violations().isEmpty()
                ? verdict.violations()
                : Stream.concat(verdict.violations().stream(), sweep.violations().stream())
                        .toList();
    }
}
