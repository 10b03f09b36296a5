/**
 * The vocabulary of Trimtab and the contract of a model plugin.
 *
 * <p>Everything else speaks in these words: targets, revisions, models, paths and violations are values here, without any
 * library behind them. A plugin author needs this module and nothing else.
 */
@NullMarked
package dev.trimtab.model;

import org.jspecify.annotations.NullMarked;
