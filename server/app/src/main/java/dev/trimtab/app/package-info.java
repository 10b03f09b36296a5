/** The server: its edges, its bindings to the outside, and the one class that knows them all. */
@NullMarked
package dev.trimtab.app;

import org.jspecify.annotations.NullMarked;
