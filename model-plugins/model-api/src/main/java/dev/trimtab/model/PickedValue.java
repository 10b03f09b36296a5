package dev.trimtab.model;

/**
 * A value that a leaf may get.
 *
 * @param value in canonical form
 * @param text what it means, for people; empty where the value says it
 */
public record PickedValue(String value, String text) {}
