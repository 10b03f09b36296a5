/**
 * Turns a configuration of one version of a model into one of another version, and says what became of every value.
 *
 * <p>A {@link dev.trimtab.core.migration.Migrator} is compiled once for two loaded models and a plan; after that a migration is a
 * function of the old tree and the target's name. Whether the result satisfies the constraints of the new version is for
 * validation, and when it becomes the target's configuration for a transaction.
 */
@NullMarked
package dev.trimtab.core.migration;

import org.jspecify.annotations.NullMarked;
