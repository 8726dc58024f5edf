package org.nabla.typesetting;

/** How the reader of LaTeX breaks off; never leaves this package. */
final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LatexProblem problem;

    UnreadableException(LatexProblem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    LatexProblem problem() {
        return problem;
    }
}
