package dev.trimtab.core.xpath;

import java.util.HashSet;
import java.util.Set;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/**
 * One configuration tree while it is being validated; used by one thread.
 *
 * <p>Holds what evaluations on it share: the budget of steps, which {@link #beginEvaluation} fills again.
 */
public final class XTree {
    /** Most steps that one expression may take for one context node; visiting a node is one, and costs some 100 ns. */
    public static final int STEPS_MAX = 5_000_000;

    /** Characters of text that can be made or read in the time of one visit. */
    private static final int CHARACTERS_A_STEP = 8;

    private final XNode root;
    private final int stepsMax;
    private final Set<XNode> decidingExistence = new HashSet<>();
    private int stepsLeft;
    private boolean evaluating;

    public XTree(XSchema schema, NormalizedNode root) {
        this(schema, root, STEPS_MAX);
    }

    XTree(XSchema schema, NormalizedNode root, int stepsMax) {
        this.root = XNode.root(this, schema, root);
        this.stepsMax = stepsMax;
        this.stepsLeft = stepsMax;
    }

    public XNode root() {
        return root;
    }

    public void beginEvaluation() {
        evaluating = true;
        stepsLeft = stepsMax;
    }

    /** Who looks at the tree between evaluations spends nothing of the last one's budget. */
    public void endEvaluation() {
        evaluating = false;
    }

    int stepsLeft() {
        return stepsLeft;
    }

    void spend(int steps) {
        stepsLeft -= steps;
        if (stepsLeft < 0) {
            throw new BudgetExceededException(stepsMax);
        }
    }

    /** Spends what a text costs, and gives it back. */
    String spendOn(String text) {
        spend(1 + text.length() / CHARACTERS_A_STEP);
        return text;
    }

    /**
     * Whether every condition lets {@code node} exist.
     *
     * <p>A condition that asks, on its way, whether the very node exists is told yes: conditions in a circle have no other end.
     * So is who asks outside an evaluation, for a condition without a value: the evaluations to come will meet it again.
     */
    boolean mayExist(XNode node) {
        if (node.schema().conditions().isEmpty() || !decidingExistence.add(node)) {
            return true;
        }
        try {
            return evaluating ? conditionsHold(node) : conditionsHoldOnTheirOwn(node);
        } finally {
            decidingExistence.remove(node);
        }
    }

    private static boolean conditionsHold(XNode node) {
        return node.schema().conditions().stream().allMatch(condition -> condition.holds(node));
    }

    private boolean conditionsHoldOnTheirOwn(XNode node) {
        if (decidingExistence.size() > 1) {
            return conditionsHold(node);
        }
        stepsLeft = stepsMax;
        try {
            return conditionsHold(node);
        } catch (EvaluationException _) {
            return true;
        }
    }
}
