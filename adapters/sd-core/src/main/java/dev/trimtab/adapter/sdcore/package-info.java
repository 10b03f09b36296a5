/**
 * Drives SD-Core from the Aether 2.1 model.
 *
 * <p>{@link dev.trimtab.adapter.sdcore.SdCoreTranslation} says, without touching anything, which objects the cores and the user
 * planes of an enterprise must hold; {@link dev.trimtab.adapter.sdcore.SdCoreBackend} makes them hold these and keeps them so.
 * What they accepted is remembered in the {@code Ledger}, so that the adapter deletes what it created and nothing else.
 */
@NullMarked
package dev.trimtab.adapter.sdcore;

import org.jspecify.annotations.NullMarked;
