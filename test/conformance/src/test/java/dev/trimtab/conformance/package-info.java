/** The server as a whole, as a process, judged from outside. */
@NullMarked
package dev.trimtab.conformance;

import org.jspecify.annotations.NullMarked;
