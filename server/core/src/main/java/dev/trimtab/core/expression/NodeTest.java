package dev.trimtab.core.expression;

import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QNameModule;

/** Which nodes of an axis a step takes. Source: XPath 1.0 section 2.3. */
public sealed interface NodeTest {

    /**
     * Elements of one name.
     *
     * @param module the module that the prefix stands for; null without a prefix
     * @param name the local name
     */
    record Named(@Nullable QNameModule module, String name) implements NodeTest {}

    /**
     * Elements of any name: {@code *}, {@code prefix:*}.
     *
     * @param module the module that the prefix stands for; null without a prefix: every module
     */
    record Any(@Nullable QNameModule module) implements NodeTest {}

    /** {@code text()}, {@code node()}, {@code comment()}, {@code processing-instruction()}. */
    enum Kind implements NodeTest {
        NODE,
        TEXT,
        COMMENT,
        PROCESSING_INSTRUCTION
    }
}
