/**
 * Tools for authors of models, for their own machine and for CI: they read folders of YANG and need no server.
 *
 * <p>What they find out is the core's to decide; here are the command line, the reading of folders and the printing.
 */
@NullMarked
package dev.trimtab.modeltools;

import org.jspecify.annotations.NullMarked;
