package org.noteworthy.api;

import org.noteworthy.checking.outcome.Problem;

/** A call that cannot be answered as asked, with what its caller is told. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** The same, of these words. */
    public static ProblemException of(int status, String title, String detail) {
        return new ProblemException(Problem.of(status, title, detail));
    }

    Problem problem() {
        return problem;
    }
}
