package dev.trimtab.core.compatibility;

import java.util.List;

/**
 * What differs between two versions of a model.
 *
 * @param findings the breaking ones first, then by place; empty if a client cannot tell the versions apart
 * @param needed the least difference of the version numbers that is honest about the findings
 */
public record CompatibilityReport(List<Finding> findings, VersionChange needed) {
    public CompatibilityReport {
        findings = List.copyOf(findings);
    }

    /** Whether version numbers that are {@code declared} apart promise no more than is true. */
    public boolean isHonest(VersionChange declared) {
        return declared.compareTo(needed) >= 0;
    }
}
