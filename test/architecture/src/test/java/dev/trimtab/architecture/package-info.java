/** The rules of the structure that Maven's modules and package-private classes cannot hold alone. */
@NullMarked
package dev.trimtab.architecture;

import org.jspecify.annotations.NullMarked;
