/**
 * YANG text to yangtools' schema (RFC 7950, RFC 6020): reading statements, linking sources, the rules that yangtools leaves
 * unchecked, and faults that name their place.
 *
 * <p>Sources are hostile until read: text, nesting and expansion are bounded, and nothing here recurses deeper than the bounds.
 */
@NullMarked
package dev.trimtab.core.yang;

import org.jspecify.annotations.NullMarked;
