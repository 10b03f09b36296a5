/**
 * The plugin of model {@code aether} 2.0: connectivity services, and the enterprises that use them, in one target.
 *
 * <p>The YANG is in {@code yang/aether/2.0.0} of the source tree, and under the same name in the jar.
 */
@NullMarked
package dev.trimtab.plugin.aether.v2_0;

import org.jspecify.annotations.NullMarked;
