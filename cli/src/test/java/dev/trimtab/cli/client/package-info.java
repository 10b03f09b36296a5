@NullMarked
package dev.trimtab.cli.client;

import org.jspecify.annotations.NullMarked;
