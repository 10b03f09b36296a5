/** What can go wrong, in the words of the domain; the edges translate it, nothing else does. */
@NullMarked
package dev.trimtab.core.failure;

import org.jspecify.annotations.NullMarked;
