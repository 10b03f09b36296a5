/**
 * The port to the code that models bring along: whether it is there, and the questions it answers.
 *
 * <p>Only callers' threads ask it; the committer looks at answers that are there already.
 */
@NullMarked
package dev.trimtab.core.plugin;

import org.jspecify.annotations.NullMarked;
