/** Tests of the validator. */
@NullMarked
package dev.trimtab.core.validation;

import org.jspecify.annotations.NullMarked;
