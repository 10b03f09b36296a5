@NullMarked
package dev.trimtab.core.store;

import org.jspecify.annotations.NullMarked;
