package dev.trimtab.core.model;

import java.util.Arrays;
import java.util.Base64;

/** A value of type {@code binary} in a tree; equal by content, as keys and the values of leaf-lists have to be. Immutable. */
final class Octets {
    private final byte[] octets;

    private Octets(byte[] octets) {
        this.octets = octets;
    }

    static Octets copyOf(byte[] octets) {
        return new Octets(octets.clone());
    }

    /** @throws IllegalArgumentException for what is not base64, or is without its padding */
    static Octets decode(String base64) {
        if (base64.length() % 4 != 0) {
            throw new IllegalArgumentException("padding is missing");
        }
        return new Octets(Base64.getDecoder().decode(base64));
    }

    int length() {
        return octets.length;
    }

    byte[] toBytes() {
        return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /** In base64. */
    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(octets);
    }
}
