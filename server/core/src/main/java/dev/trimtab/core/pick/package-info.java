/** The values that a leaf may get, for people to choose from: what the model says, and what the model's code knows. */
@NullMarked
package dev.trimtab.core.pick;

import org.jspecify.annotations.NullMarked;
