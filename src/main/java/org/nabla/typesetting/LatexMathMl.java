package org.nabla.typesetting;

import java.util.Optional;

/**
 * Turns LaTeX into MathML Core, the form of every formula that needs no script: the LaTeX that our own writer of
 * formulas writes and that people use in the prose of exercises.
 *
 * <p>Tables carry the class {@code matrix}, {@code cases} or {@code aligned}, by which a style sheet can align them.
 */
public final class LatexMathMl {
    private static final int MAX_LENGTH = 20_000;

    private LatexMathMl() {}

    /**
     * A {@code math} element, ready to stand in a page. What cannot be read is shown as it was written; see {@link #problem}.
     *
     * @param display whether the formula has a line of its own
     */
    public static String render(String latex, boolean display) {
        var open = display ? "<math display=\"block\">" : "<math>";
        try {
            return open + body(latex) + "</math>";
        } catch (UnreadableException e) {
            return open + "<mtext>" + MathMlParser.escaped(latex) + "</mtext></math>";
        }
    }

    /** Why a formula cannot be rendered, with the place and the command that is not known; empty where it can. */
    public static Optional<LatexProblem> problem(String latex) {
        try {
            body(latex);
            return Optional.empty();
        } catch (UnreadableException e) {
            return Optional.of(e.problem());
        }
    }

    private static String body(String latex) {
        if (latex.length() > MAX_LENGTH) {
            throw new UnreadableException(new LatexProblem("This formula is too long.", 0, latex.length()));
        }
        return new MathMlParser(latex).formula();
    }
}
