@NullMarked
package dev.trimtab.core.migration;

import org.jspecify.annotations.NullMarked;
