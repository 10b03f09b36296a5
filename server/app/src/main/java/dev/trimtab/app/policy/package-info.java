/**
 * Decides what a principal may do: the Rego policy, compiled to WebAssembly and evaluated in this process.
 *
 * <p>The policy's text is in {@code src/main/rego}, what it compiles to and the table of roles in {@code resources/policy}.
 * Whatever goes wrong here, the answer is no.
 */
@NullMarked
package dev.trimtab.app.policy;

import org.jspecify.annotations.NullMarked;
