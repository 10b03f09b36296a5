/**
 * The text of an XPath expression as a tree: the grammar of XPath 1.0, with names bound to modules as RFC 7950 section 6.4.1 says.
 *
 * <p>yangtools hands the expressions of {@code must} and {@code when} over while it parses a module, so that a mistake in one is
 * found with its file and line. What an expression means is for {@link dev.trimtab.core.xpath}.
 */
@NullMarked
package dev.trimtab.core.expression;

import org.jspecify.annotations.NullMarked;
