/** Speaks gNMI to backends and adapters: the binding of the core's southbound port. */
@NullMarked
package dev.trimtab.app.southbound;

import org.jspecify.annotations.NullMarked;
