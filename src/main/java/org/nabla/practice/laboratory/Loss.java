package org.nabla.practice.laboratory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.ExpressionSort;
import org.nabla.math.SyntaxError;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.UndifferentiableException;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.tidy.Tidy;
import org.nabla.math.value.Evaluator;
import org.nabla.math.writing.LatexWriter;

/** A function of x and y with its gradient, evaluated from our own tree. */
final class Loss {
    private static final int LONGEST = 200;
    private static final List<String> LETTERS = List.of("x", "y");
    private static final String WANTED = "A formula in x and y is needed here, such as x^2 + 3y^2.";

    private final Expression formula;
    private final Expression byX;
    private final Expression byY;
    private final Evaluator value;
    private final Evaluator slopeX;
    private final Evaluator slopeY;

    private Loss(Expression formula) {
        this.formula = formula;
        this.byX = Derivative.of(formula, "x");
        this.byY = Derivative.of(formula, "y");
        this.value = Evaluator.of(formula, LETTERS);
        this.slopeX = Evaluator.of(byX, LETTERS);
        this.slopeY = Evaluator.of(byY, LETTERS);
    }

    /** What became of a text. */
    sealed interface Result {

        /** What follows from it, whichever it is. */
        <T> T either(Function<Loss, T> read, Function<SyntaxError, T> refused);

        record Read(Loss loss) implements Result {

            @Override
            public <T> T either(Function<Loss, T> read, Function<SyntaxError, T> refused) {
                return read.apply(loss);
            }
        }

        record Refused(SyntaxError error) implements Result {

            @Override
            public <T> T either(Function<Loss, T> read, Function<SyntaxError, T> refused) {
                return refused.apply(error);
            }
        }
    }

    static Result read(String text) {
        if (text.length() > LONGEST) {
            return refused("This is too long for the laboratory: " + LONGEST + " characters are read.", text);
        }
        var letters = new LinkedHashMap<String, Domain>();
        LETTERS.forEach(letter -> letters.put(letter, Domain.REAL));
        return ExpressionParser.parse(text, Vocabulary.of(letters))
                .either(understood -> of(understood.expression(), text), Result.Refused::new);
    }

    private static Result of(Expression tree, String text) {
        if (!isFormula(tree)) {
            return refused(WANTED, text);
        }
        try {
            return new Result.Read(new Loss(tree));
        } catch (UndifferentiableException e) {
            return refused("This has no gradient that can be written: " + e.getMessage(), text);
        }
    }

    /** Of one of our own formulas. */
    static Loss of(String formula) {
        return read(formula).either(loss -> loss, error -> {
            throw new IllegalArgumentException(formula);
        });
    }

    private static Result refused(String message, String text) {
        return new Result.Refused(new SyntaxError(message, 0, text.length()));
    }

    private static boolean isFormula(Expression tree) {
        return switch (ExpressionSort.of(tree)) {
            case LIST, MATRIX, CONDITION, REALS -> false;
            case NUMBER, INFINITY, SYMBOL, ARITHMETIC, FUNCTION, WORD -> true;
        };
    }

    double at(double x, double y) {
        return value.at(x, y);
    }

    double slopeX(double x, double y) {
        return slopeX.at(x, y);
    }

    double slopeY(double x, double y) {
        return slopeY.at(x, y);
    }

    Expression formula() {
        return formula;
    }

    Expression byX() {
        return byX;
    }

    Expression byY() {
        return byY;
    }

    /** The formula as it was read, in LaTeX. */
    public String latex() {
        return LatexWriter.write(Tidy.tidy(formula));
    }

    /**
     * The largest curvature in any direction, where it is the same everywhere, as for a quadratic function; empty
     * otherwise. With a plain step, rates above two over it overshoot farther each time.
     */
    OptionalDouble constantCurvature() {
        try {
            var entries = List.of(
                    Evaluator.of(Derivative.of(byX, "x"), LETTERS),
                    Evaluator.of(Derivative.of(byX, "y"), LETTERS),
                    Evaluator.of(Derivative.of(byY, "y"), LETTERS));
            var places = List.of(new double[] {0.3, -0.7}, new double[] {1.9, 2.3}, new double[] {-2.1, 0.6});
            for (var entry : entries) {
                var first = entry.at(places.get(0));
                for (var place : places) {
                    if (!(Math.abs(entry.at(place) - first) < 1e-9 * (1 + Math.abs(first)))) {
                        return OptionalDouble.empty();
                    }
                }
            }
            var a = entries.get(0).at(places.get(0));
            var b = entries.get(1).at(places.get(0));
            var c = entries.get(2).at(places.get(0));
            return OptionalDouble.of((a + c) / 2 + Math.hypot((a - c) / 2, b));
        } catch (UndifferentiableException e) {
            return OptionalDouble.empty();
        }
    }
}
