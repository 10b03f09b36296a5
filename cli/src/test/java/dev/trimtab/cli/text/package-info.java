@NullMarked
package dev.trimtab.cli.text;

import org.jspecify.annotations.NullMarked;
