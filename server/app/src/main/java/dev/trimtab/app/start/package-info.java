/** What every part of the server is given when it starts: the settings, the core's services, and the way to say why it cannot. */
@NullMarked
package dev.trimtab.app.start;

import org.jspecify.annotations.NullMarked;
