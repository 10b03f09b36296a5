/**
 * The model engine: YANG text becomes a schema, JSON becomes a tree, paths become places in it.
 *
 * <p>{@link dev.trimtab.core.model.LoadedModel} is the door: it parses a model once, and everything here is then a lookup. Trees
 * are yangtools' immutable nodes. Lookups are by name and constant in cost; work is proportional to what is read or changed,
 * never to what else the tree holds. Nothing here knows a protocol, a clock or a thread; all of it is thread-safe.
 */
@NullMarked
package dev.trimtab.core.model;

import org.jspecify.annotations.NullMarked;
