package org.nabla.math.writing;

import java.util.List;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Brackets;

/**
 * Writes expressions in LaTeX, as a good textbook sets them: {@code 2x\sin y - \frac{x^{2}}{3}}.
 *
 * <p>Reading it again, with the names declared, gives the same tree, with the exceptions of {@link TextWriter} and two more:
 * decimals with an exponent come back as products with a power of ten, and where {@code x1} and {@code x_1} are both
 * declared they look the same.
 */
public final class LatexWriter {
    private static final LatexNotation LATEX = new LatexNotation();

    private LatexWriter() {}

    /** The expression in LaTeX, without dollars. */
    public static String write(Expression e) {
        return LATEX.of(e);
    }

    static String bracketed(Expression e, Precedence least) {
        return LATEX.bracketed(e, least);
    }

    static String inBrackets(Brackets brackets, List<Expression> entries) {
        return LATEX.inBrackets(brackets, entries);
    }
}
