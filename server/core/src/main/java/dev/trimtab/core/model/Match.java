package dev.trimtab.core.model;

import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** A place that a path pattern matched and what stands there; a default in use is a leaf node like any other. */
public record Match(Instance instance, NormalizedNode node) {}
