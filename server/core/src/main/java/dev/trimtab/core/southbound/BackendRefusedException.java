package dev.trimtab.core.southbound;

/** A backend refused a change for a reason that trying again does not mend; the message is the backend's reason. */
public final class BackendRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    public BackendRefusedException(String reason) {
        super(reason);
    }
}
