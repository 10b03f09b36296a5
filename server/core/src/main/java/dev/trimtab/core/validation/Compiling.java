package dev.trimtab.core.validation;

import dev.trimtab.core.model.ModelLoadException;
import dev.trimtab.core.xpath.UnsupportedXPathException;
import dev.trimtab.core.xpath.XPath;
import dev.trimtab.core.xpath.XSchema;
import java.util.function.Supplier;

/** Says of an expression that cannot be compiled where it stands. */
final class Compiling {
    private Compiling() {}

    /** @throws ModelLoadException naming module, node, statement, expression and reason */
    static XPath of(XSchema node, String statement, String text, Supplier<XPath> compile) {
        try {
            return compile.get();
        } catch (UnsupportedXPathException e) {
            String where = "module " + node.node().module() + ", node " + node + ", " + statement + " '" + text + "'";
            throw new ModelLoadException(where + ": " + e.getMessage(), e);
        }
    }
}
