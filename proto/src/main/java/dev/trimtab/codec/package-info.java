/**
 * Translates between gNMI's messages and the vocabulary of Trimtab, both ways.
 *
 * <p>The gNMI edges north and south, the adapters and the clients use it; nothing behind them sees a gNMI message. It looks
 * at the form of paths and values only: whether a node exists and whether a value fits it is for the model to say.
 */
@NullMarked
package dev.trimtab.codec;

import org.jspecify.annotations.NullMarked;
