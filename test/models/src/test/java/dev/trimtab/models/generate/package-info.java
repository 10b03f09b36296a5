/**
 * Random configurations of any loaded model, random models, and documents with one mistake. The same seed gives the same.
 *
 * <p>What makes documents here knows YANG by itself and does not ask the engine that is tested, but for two things: whether a
 * text fits a type's patterns, and what is wrong with a configuration that is to be repaired.
 */
@NullMarked
package dev.trimtab.models.generate;

import org.jspecify.annotations.NullMarked;
