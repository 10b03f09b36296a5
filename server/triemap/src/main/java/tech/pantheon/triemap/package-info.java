/**
 * Stands in for the library {@code tech.pantheon.triemap:triemap}, in which yangtools keeps the children of long lists: the same names,
 * as far as yangtools calls them, with a map below whose snapshots cost nothing until they are written to, and then the way to what is
 * written. The library itself copies all branches beside that way. docs/adr/0013 has the figures.
 *
 * <p>Nobody else uses it: what wants a persistent map takes {@link kotlinx.collections.immutable.PersistentMap} itself.
 */
@NullMarked
package tech.pantheon.triemap;

import org.jspecify.annotations.NullMarked;
