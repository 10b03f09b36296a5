package dev.trimtab.cli.client;

/** What the person typed or the file they named is wrong; the message says where. Nothing was sent that could change anything. */
public final class WrongInputException extends RuntimeException {
    public WrongInputException(String message) {
        super(message);
    }

    public WrongInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
