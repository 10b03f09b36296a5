/**
 * Which targets there are, the model each one serves, and its present trees: what the transaction service publishes and everybody
 * else reads without a lock.
 */
@NullMarked
package dev.trimtab.core.target;

import org.jspecify.annotations.NullMarked;
