package dev.trimtab.codec;

/**
 * What a peer sent cannot be taken; the message is a sentence for whoever sent it.
 *
 * <p>The kinds are what an edge answers differently: malformed is the sender's mistake, unsupported is this server's limit.
 */
public abstract sealed class CodecException extends RuntimeException
        permits MalformedExtensionException,
                MalformedPathException,
                MalformedValueException,
                UnsupportedValueException {
    CodecException(String message) {
        super(message);
    }

    CodecException(String message, Throwable cause) {
        super(message, cause);
    }
}
