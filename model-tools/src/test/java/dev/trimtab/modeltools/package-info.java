@NullMarked
package dev.trimtab.modeltools;

import org.jspecify.annotations.NullMarked;
