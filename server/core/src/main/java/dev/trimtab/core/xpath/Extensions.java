package dev.trimtab.core.xpath;

import dev.trimtab.model.XPathExtension;
import java.util.Set;

/** The extensions that a model uses. */
record Extensions(Set<XPathExtension> allowed) {
    Extensions {
        allowed = Set.copyOf(allowed);
    }

    /**
     * Refuses what the model does not say that it uses.
     *
     * @param what the construct, for the message
     * @param position the character where it stands
     */
    void require(XPathExtension extension, String what, int position) {
        if (!allowed.contains(extension)) {
            throw new UnsupportedXPathException(
                    what + " is of no standard: the model has to name the extension '" + extension.text() + "'",
                    position);
        }
    }
}
