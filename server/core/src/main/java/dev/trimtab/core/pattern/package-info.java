/** Regular expressions of XML Schema, which {@code pattern} and {@code re-match} of YANG are written in; knows no YANG. */
@NullMarked
package dev.trimtab.core.pattern;

import org.jspecify.annotations.NullMarked;
