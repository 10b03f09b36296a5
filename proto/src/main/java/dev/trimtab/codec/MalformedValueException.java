package dev.trimtab.codec;

/** A gNMI value that is not there, or that no leaf of any model could have. */
public final class MalformedValueException extends CodecException {
    public MalformedValueException(String message) {
        super(message);
    }
}
