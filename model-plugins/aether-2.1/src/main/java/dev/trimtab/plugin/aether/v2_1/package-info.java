/**
 * The plugin of model {@code aether} 2.1: one enterprise per target, with its sites, applications and traffic classes.
 *
 * <p>The YANG is in {@code yang/aether/2.1.0} of the source tree, and under the same name in the jar.
 */
@NullMarked
package dev.trimtab.plugin.aether.v2_1;

import org.jspecify.annotations.NullMarked;
