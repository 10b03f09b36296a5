package dev.trimtab.cli.client;

/** There is no answer: nobody listens, it took too long, or what came is not this API's. The message is for the person. */
public final class NoAnswerException extends RuntimeException {
    NoAnswerException(String message, Throwable cause) {
        super(message, cause);
    }

    NoAnswerException(String message) {
        super(message);
    }
}
