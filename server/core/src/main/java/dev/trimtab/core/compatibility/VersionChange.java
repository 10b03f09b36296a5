package dev.trimtab.core.compatibility;

import dev.trimtab.model.ModelId;
import java.util.Arrays;
import java.util.List;

/** How far apart two versions are, the nearest first. Source: Semantic Versioning 2.0.0. */
public enum VersionChange {
    NONE,
    PATCH,
    MINOR,
    MAJOR;

    /**
     * What the versions of two models say. Below 1.0.0 a new minor version promises as little as a major one (section 4).
     *
     * @throws IllegalArgumentException if the new version is the older one
     */
    public static VersionChange between(ModelId old, ModelId now) {
        List<Integer> before = numbers(old);
        List<Integer> after = numbers(now);
        for (int i = 0; i < before.size(); i++) {
            int order = Integer.compare(after.get(i), before.get(i));
            if (order < 0) {
                throw new IllegalArgumentException(
                        "version " + now.version() + " is older than " + old.version() + ", which it is compared to");
            }
            if (order > 0) {
                return i == 0 || (i == 1 && before.getFirst() == 0) ? MAJOR : i == 1 ? MINOR : PATCH;
            }
        }
        return NONE;
    }

    private static List<Integer> numbers(ModelId id) {
        return Arrays.stream(id.version().split("\\.", -1))
                .map(Integer::valueOf)
                .toList();
    }
}
