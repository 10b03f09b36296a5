/**
 * Keeps backends as the model says: one reconciler per target reads intended and applied, sends the difference, and records what
 * the backend answered.
 *
 * <p>How a backend is spoken to is behind {@link dev.trimtab.core.southbound.Backend}.
 */
@NullMarked
package dev.trimtab.core.southbound;

import org.jspecify.annotations.NullMarked;
