@NullMarked
package dev.trimtab.core.compatibility;

import org.jspecify.annotations.NullMarked;
