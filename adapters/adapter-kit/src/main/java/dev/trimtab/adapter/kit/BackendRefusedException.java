package dev.trimtab.adapter.kit;

/** The system understood and said no; the same configuration will be refused again. */
public final class BackendRefusedException extends BackendException {
    private static final long serialVersionUID = 1;

    public BackendRefusedException(String reason) {
        super(reason, null);
    }
}
