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
    /** Most nodes that one expression may visit for one context node; a visit costs some 100 ns. */
    public static final int STEPS_MAX = 5_000_000;

    private final XNode root;
    private final int stepsMax;
    private final Set<XNode> decidingExistence = new HashSet<>();
    private int stepsLeft;

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
        stepsLeft = stepsMax;
    }

    void spend(int steps) {
        stepsLeft -= steps;
        if (stepsLeft < 0) {
            throw new BudgetExceededException(stepsMax);
        }
    }

    /**
     * Whether every condition lets {@code node} exist.
     *
     * <p>A condition that asks, on its way, whether the very node exists is told yes: conditions in a circle have no other end.
     */
    boolean mayExist(XNode node) {
        if (node.schema().conditions().isEmpty() || !decidingExistence.add(node)) {
            return true;
        }
        try {
            return node.schema().conditions().stream().allMatch(condition -> condition.holds(node));
        } finally {
            decidingExistence.remove(node);
        }
    }
}
