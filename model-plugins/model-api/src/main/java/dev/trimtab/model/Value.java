package dev.trimtab.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * A value as a protocol carried it, before or after the model gave it a meaning.
 *
 * <p>A client may send a subtree as {@link Json} or a leaf as a scalar; which scalars fit a leaf is for its YANG type to say.
 */
public sealed interface Value {

    /**
     * A JSON text, relative to the node it is for: its content, not wrapped in its name.
     *
     * @param text one JSON value in UTF-8
     * @param strict true for RFC 7951 (gNMI {@code JSON_IETF}, REST); false for gNMI's plain {@code JSON}, which takes 64-bit
     *     numbers as numbers too and names without a module
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes handed on, never compared
    record Json(byte[] text, boolean strict) implements Value {}

    /** A string, an enumeration, an identity, bits, or any other leaf in its canonical text. */
    record Text(String text) implements Value {}

    /** A signed integer. */
    record Int(long number) implements Value {}

    /** An unsigned integer; {@code number} holds the 64 bits and is negative from 2^63 on. */
    record Uint(long number) implements Value {}

    record Bool(boolean truth) implements Value {}

    @SuppressWarnings("ArrayRecordComponent") // bytes handed on, never compared
    record Binary(byte[] bytes) implements Value {}

    /** A decimal64 that came as a binary floating point number. */
    record Floating(double number) implements Value {}

    /** A decimal64 that came, or is known, exactly. */
    record Decimal(BigDecimal number) implements Value {}

    /** A leaf-list: scalars only, in order. */
    record Sequence(List<Value> elements) implements Value {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }
}
