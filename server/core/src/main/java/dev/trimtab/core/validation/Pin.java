package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.XSchema;

/**
 * Says of a reading which contexts it can concern: those that stand in {@code index} under a key of the instance that changed.
 *
 * @param index of the task's contexts, by what they look for
 * @param anchor the node that they look for
 * @param keys what an instance of the anchor is found by
 */
record Pin(KeyIndex index, XSchema anchor, KeyIndex.Keys keys) {}
