package dev.trimtab.codec;

/** A gNMI path, or a prefix and a path together, that breaks a rule of gNMI's paths. */
public final class MalformedPathException extends CodecException {
    public MalformedPathException(String message) {
        super(message);
    }
}
