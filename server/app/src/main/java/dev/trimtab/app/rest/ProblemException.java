package dev.trimtab.app.rest;

/** Carries a problem that has no name outside HTTP; everything else is a {@code FailureException}. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    static ProblemException ofStatus(int status, String detail) {
        return new ProblemException(Problems.ofStatus(status, detail));
    }

    Problem problem() {
        return problem;
    }
}
