/** What expressions mean: by hand, beside the JDK's own XPath, and beside libyang. */
@NullMarked
package dev.trimtab.core.xpath;

import org.jspecify.annotations.NullMarked;
