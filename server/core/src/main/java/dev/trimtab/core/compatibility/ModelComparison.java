package dev.trimtab.core.compatibility;

import dev.trimtab.core.model.LoadedModel;
import java.util.List;

/** Compares two versions of a model. */
public final class ModelComparison {
    private ModelComparison() {}

    /** What a client of {@code old} notices when {@code now} is in its place; the cost is that of the two schemas. */
    public static CompatibilityReport compare(LoadedModel old, LoadedModel now) {
        var findings = new Findings();
        new ModuleComparison(findings).compare(old, now);
        new TreeComparison(old, now, findings).compare();
        List<Finding> found = findings.inOrder();
        return new CompatibilityReport(found, needed(found, old, now));
    }

    private static VersionChange needed(List<Finding> findings, LoadedModel old, LoadedModel now) {
        if (findings.isEmpty()) {
            boolean sameText =
                    old.description().sources().equals(now.description().sources());
            return sameText ? VersionChange.NONE : VersionChange.PATCH;
        }
        return switch (findings.getFirst().impact()) {
            case BREAKING -> VersionChange.MAJOR;
            case NON_BREAKING -> VersionChange.MINOR;
            case EDITORIAL -> VersionChange.PATCH;
        };
    }
}
