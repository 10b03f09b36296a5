package dev.trimtab.core.model;

import dev.trimtab.model.Path;

/**
 * What a reader may see; what is not visible is left out as if it did not exist, with everything below it.
 *
 * <p>With {@link #ALL} no path is built and nothing is asked.
 */
@FunctionalInterface
public interface Visibility {
    Visibility ALL = new Visibility() {
        @Override
        public boolean visible(Path instancePath) {
            return true;
        }
    };

    boolean visible(Path instancePath);
}
