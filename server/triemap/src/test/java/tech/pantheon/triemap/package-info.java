@NullMarked
package tech.pantheon.triemap;

import org.jspecify.annotations.NullMarked;
