package org.nabla.math.writing;

import java.math.BigDecimal;
import org.nabla.math.Expression;

/**
 * Writes expressions in the input language, every product with its sign: {@code 2*x*y - x^2/3}.
 *
 * <p>Reading it again, with the names declared, gives the same tree. Exceptions are trees that no text means: negative or
 * broken numerals, intervals with two like brackets, a {@code [ ]} tuple of one entry for learners or of such tuples (a
 * matrix), and undeclared names.
 */
public final class TextWriter {
    private static final TextNotation TEXT = new TextNotation();

    private TextWriter() {}

    /** The expression in the input language. */
    public static String write(Expression e) {
        return TEXT.of(e);
    }

    /** A decimal without a point in it would be read as a numeral. */
    public static String decimal(BigDecimal value) {
        return value.scale() == 0 ? value + "E0" : value.toString();
    }
}
