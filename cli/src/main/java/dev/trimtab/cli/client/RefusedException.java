package dev.trimtab.cli.client;

/** The server answered, and the answer is no. */
public final class RefusedException extends RuntimeException {
    private final transient Problem problem;

    RefusedException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
