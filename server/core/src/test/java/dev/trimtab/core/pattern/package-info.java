/** What patterns match, and what it costs. */
@NullMarked
package dev.trimtab.core.pattern;

import org.jspecify.annotations.NullMarked;
