/**
 * The durable, ordered record of what was decided: transactions, what backends answered to them, and fencing terms.
 *
 * <p>The store knows targets and revisions; what a transaction holds is bytes to it, so that a node without a model still
 * stores it. Nothing here reads a clock or draws a random number: both are in the entry that was proposed.
 */
@NullMarked
package dev.trimtab.core.store;

import org.jspecify.annotations.NullMarked;
