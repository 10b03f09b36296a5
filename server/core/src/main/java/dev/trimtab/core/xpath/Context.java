package dev.trimtab.core.xpath;

/**
 * What an expression is evaluated on.
 *
 * @param node the context node
 * @param current the node that the whole expression started from: what {@code current()} gives
 * @param position the context position, from 1
 * @param size the context size
 */
record Context(XNode node, XNode current, int position, int size) {
    static Context start(XNode node) {
        return new Context(node, node, 1, 1);
    }

    /** Spends what a text costs, and gives it back. */
    String spendOn(String text) {
        return node.tree().spendOn(text);
    }

    Context at(XNode other, int otherPosition, int otherSize) {
        return new Context(other, current, otherPosition, otherSize);
    }
}
