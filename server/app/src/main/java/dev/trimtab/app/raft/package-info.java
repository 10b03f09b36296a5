/**
 * The replicated store: {@link dev.trimtab.core.store.ConfigStore} on Atomix's raft layer.
 *
 * <p>{@link dev.trimtab.app.raft.RaftConfigStore} is the door. Behind it a proposal goes through {@code BatchProposer} and {@code Proposer} into the
 * log, {@code StoreService} applies the log to a {@code StoreState} inside {@code StoreView}, and reads are answered from
 * that view. {@code DataFolder} and {@code JournalCheck} look at the files before Atomix does. Nothing outside this package
 * sees {@code io.atomix}. What is promised, and which of the library's faults is closed where: {@code docs/adr/0003}.
 */
@NullMarked
package dev.trimtab.app.raft;

import org.jspecify.annotations.NullMarked;
