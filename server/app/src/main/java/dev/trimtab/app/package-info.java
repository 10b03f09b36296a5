/**
 * The server process: reads its settings, builds every part and knows them all; nobody else does.
 */
@NullMarked
package dev.trimtab.app;

import org.jspecify.annotations.NullMarked;
