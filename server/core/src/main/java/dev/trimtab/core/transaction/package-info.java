/**
 * The one way in for every change: authorise, build the candidate, validate, commit, publish.
 *
 * <p>{@link dev.trimtab.core.transaction.TransactionService} is the door; edges hand it a {@link
 * dev.trimtab.core.transaction.Command} and get a {@link dev.trimtab.core.transaction.CommitResult} or a failure. Behind it one
 * thread builds candidates on top of each other and commits all that wait as one entry of the log (group commit), so a commit
 * costs one fsync however many clients share it.
 */
@NullMarked
package dev.trimtab.core.transaction;

import org.jspecify.annotations.NullMarked;
