@NullMarked
package dev.trimtab.app.raft;

import org.jspecify.annotations.NullMarked;
