/**
 * What the command line knows of the server: its public REST API, as any other client sees it.
 *
 * <p>Paths become URLs here and answers become JSON trees or exceptions. Nothing is printed, and no class of the server is used.
 */
@NullMarked
package dev.trimtab.cli.client;

import org.jspecify.annotations.NullMarked;
