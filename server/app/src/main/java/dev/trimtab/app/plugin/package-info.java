/** Binds models to their code: plugins of the program, jars of the plugin folder, and plugin hosts. */
@NullMarked
package dev.trimtab.app.plugin;

import org.jspecify.annotations.NullMarked;
