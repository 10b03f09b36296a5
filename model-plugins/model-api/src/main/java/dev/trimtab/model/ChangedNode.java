package dev.trimtab.model;

import org.jspecify.annotations.Nullable;

/**
 * A node before and after a change.
 *
 * @param before in RFC 7951 JSON, relative to the path; null where the change adds the node
 * @param after likewise; null where the change removes it
 */
public record ChangedNode(
        Path path, @Nullable String before, @Nullable String after) {}
