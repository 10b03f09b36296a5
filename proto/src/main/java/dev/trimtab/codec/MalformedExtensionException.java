package dev.trimtab.codec;

/** A gNMI extension whose message cannot be read or that is there more than once. */
public final class MalformedExtensionException extends CodecException {
    MalformedExtensionException(String message) {
        super(message);
    }

    MalformedExtensionException(String message, Throwable cause) {
        super(message, cause);
    }
}
