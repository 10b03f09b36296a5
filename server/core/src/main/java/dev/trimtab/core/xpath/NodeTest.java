package dev.trimtab.core.xpath;

import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QName;

/**
 * Which nodes of an axis a step takes.
 *
 * @param name the name they have; null for all
 */
record NodeTest(@Nullable QName name) {
    boolean accepts(XSchema schema) {
        return name == null || name.equals(schema.name());
    }
}
