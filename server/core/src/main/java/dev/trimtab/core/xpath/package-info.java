/**
 * Evaluates the XPath expressions of YANG models on configuration trees, and says at load time which nodes each one reads.
 *
 * <p>{@link dev.trimtab.core.xpath.XPathCompiler} turns each expression into closures once, and refuses what it does not know. The tree
 * that expressions see ({@link dev.trimtab.core.xpath.XNode}) is the accessible tree of RFC 7950 section 6.4.1 for
 * configuration: state is left out; choices and cases are no nodes; defaults in use and non-presence containers are there
 * although nothing is stored for them.
 */
@NullMarked
package dev.trimtab.core.xpath;

import org.jspecify.annotations.NullMarked;
