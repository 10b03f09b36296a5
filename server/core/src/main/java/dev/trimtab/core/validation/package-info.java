/**
 * Holds configurations against everything of their model that the types of leaves do not say: {@code must}, {@code when},
 * leafrefs, mandatory nodes, counts, {@code unique}, keys, choices.
 *
 * <p>{@link dev.trimtab.core.validation.Validator} is the door. At load every statement becomes a {@link
 * dev.trimtab.core.validation.Rule} with the places it reads, and those become an index; a change then costs what it can have
 * touched, not what the configuration holds. Invariant: for a change of a valid configuration, the incremental answer is the
 * full one.
 */
@NullMarked
package dev.trimtab.core.validation;

import org.jspecify.annotations.NullMarked;
