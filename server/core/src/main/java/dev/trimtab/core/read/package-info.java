/**
 * The one way in for every read: authorise, then look at an immutable view of the target; never waits for a writer.
 */
@NullMarked
package dev.trimtab.core.read;

import org.jspecify.annotations.NullMarked;
