package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XSchema;
import java.util.List;

/**
 * Instances of one node that a change has replaced, with the instances around them, which exist before and after.
 *
 * @param gone those before the change, stored or not
 * @param come those after it
 */
record Touched(XNode before, XNode after, XSchema schema, Change change, List<XNode> gone, List<XNode> come) {}
