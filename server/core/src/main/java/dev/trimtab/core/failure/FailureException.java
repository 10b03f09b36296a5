package dev.trimtab.core.failure;

/** Carries a {@link Failure} to the edge that answers the caller. */
public final class FailureException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    public FailureException(Failure failure) {
        this(failure, failure instanceof Failure.Internal internal ? internal.detail() : null);
    }

    private FailureException(Failure failure, @org.jspecify.annotations.Nullable Throwable cause) {
        // Failures are answers, not defects: only a defect is worth a stack trace.
        super(failure.message(), cause, false, failure instanceof Failure.Internal);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
