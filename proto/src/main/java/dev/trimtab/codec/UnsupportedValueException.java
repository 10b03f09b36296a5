package dev.trimtab.codec;

/** A gNMI value in an encoding that the server does not have. */
public final class UnsupportedValueException extends CodecException {
    public UnsupportedValueException(String message) {
        super(message);
    }
}
