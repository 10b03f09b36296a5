/**
 * Puts a gNMI server in front of a system that has none.
 *
 * <p>The author of an adapter writes a {@link dev.trimtab.adapter.kit.Backend}: how a whole configuration reaches the system. The
 * kit does the rest: gNMI, the tree of each target, validation, mastership, persistence and health. It answers a Set with success
 * only after the backend accepted all of it.
 */
@NullMarked
package dev.trimtab.adapter.kit;

import org.jspecify.annotations.NullMarked;
