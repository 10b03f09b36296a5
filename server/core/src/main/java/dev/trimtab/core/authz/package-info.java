/**
 * Who acts and what they may do: the question the transaction and read services ask for every operation of every edge.
 *
 * <p>The answer for one principal, action and target is an {@link dev.trimtab.core.authz.Access}: rules over paths, so that one
 * decision serves a whole request and every leaf of its answer.
 */
@NullMarked
package dev.trimtab.core.authz;

import org.jspecify.annotations.NullMarked;
