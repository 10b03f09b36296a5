/** The model engine against itself and against yanglint, over generated and public models and random data. */
@NullMarked
package dev.trimtab.models;

import org.jspecify.annotations.NullMarked;
