/**
 * The command {@code trimtab}: reads the words of a command line, asks the server through {@link dev.trimtab.cli.client}, and prints
 * through {@link dev.trimtab.cli.text}.
 *
 * <p>One class a command; {@link dev.trimtab.cli.Main} knows them all. A command prints its result on standard output and nothing else
 * there; notes and failures go to standard error.
 */
@NullMarked
package dev.trimtab.cli;

import org.jspecify.annotations.NullMarked;
