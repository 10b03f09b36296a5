package dev.trimtab.app.start;

/** Why the server did not start, in one sentence for the person who started it: what is wrong and what to do. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StartException(String message) {
        super(message);
    }

    public StartException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * A service cannot listen where the settings say.
     *
     * @param service its name, as a person knows it
     */
    public static StartException cannotListen(String service, String host, int port, Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = String.valueOf(root.getMessage());
        return new StartException(
                service + " cannot listen at " + host + " port " + port + ": "
                        + (reason.contains("in use") ? "another program uses this port" : reason),
                cause);
    }
}
