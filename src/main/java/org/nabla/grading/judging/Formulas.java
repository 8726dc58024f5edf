package org.nabla.grading.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nabla.grading.Verdict;
import org.nabla.math.Expression;
import org.nabla.math.SyntaxError;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.reading.Reading;
import org.nabla.math.writing.LatexWriter;
import org.nabla.math.writing.TextWriter;

/** Reads a typed formula and shapes it into what a kind compares. */
public final class Formulas {

    private static final int LONGEST = 2000;

    /** A formula of another type than is asked; the message says what to type instead. */
    public static final class Misfit extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Misfit(String sentence) {
            super(sentence, null, false, false);
        }
    }

    private Formulas() {}

    /**
     * @param text what to parse: {@code typed}, perhaps with parts blanked out
     * @param shape takes the tree to the response, or throws {@link Misfit}
     */
    public static <R> Intake<R> read(String typed, String text, Vocabulary vocabulary, Function<Expression, R> shape) {
        if (typed.isBlank()) {
            return new Intake.Refused<>(new SyntaxError("Type an answer first.", 0, 0));
        }
        return ExpressionParser.parse(text, vocabulary)
                .either(understood -> shaped(typed, understood, shape), Intake.Refused::new);
    }

    private static <R> Intake<R> shaped(String typed, Reading.Understood understood, Function<Expression, R> shape) {
        try {
            if (Trees.contains(understood.expression(), e -> e == Expression.Constant.I)) {
                throw new Misfit("This is a complex number: i is the imaginary unit here, and a real answer is asked.");
            }
            var response = shape.apply(VectorAlgebra.flatten(understood.expression()));
            return new Intake.Taken<>(
                    response,
                    Optional.of(understood.expression()),
                    echo(understood.expression(), understood.notices()),
                    alternatives(understood.expression(), understood.alternatives()));
        } catch (Misfit misfit) {
            return Intake.misfit(typed, String.valueOf(misfit.getMessage()));
        }
    }

    /** Conditions that were joined by a comma or by "and" are often meant as "or". */
    private static List<String> alternatives(Expression expression, List<String> others) {
        var joined = Trees.joinedConditions(expression);
        if (joined.size() < 2) {
            return others;
        }
        var all = new ArrayList<>(others);
        all.add(TextWriter.write(new Expression.Or(joined)));
        return all;
    }

    /** Whether a text is longer than any answer: such a text is not even searched for names. */
    public static boolean tooLong(String typed) {
        return typed.length() > LONGEST;
    }

    static Verdict.Understood echo(Expression expression, List<String> notices) {
        return new Verdict.Understood(TextWriter.write(expression), LatexWriter.write(expression), notices);
    }
}
