package org.nabla.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Application;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Brackets;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Interval;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Or;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Expression.Union;
import org.nabla.math.Expression.Word;
import org.nabla.math.lexing.Vocabulary;

/** Random trees of every kind that a text can mean, from a seed. */
public final class RandomExpressions {
    private static final List<String> NAMES =
            List.of("x", "y", "z", "t", "theta", "lambda", "x_1", "w_12", "rate", "phi_0", "Omega", "v2");

    /** The names that the trees use. */
    public static final Vocabulary VOCABULARY = vocabulary();

    private final Random random;

    public RandomExpressions(Random random) {
        this.random = random;
    }

    private static Vocabulary vocabulary() {
        var variables = new LinkedHashMap<String, Domain>();
        NAMES.forEach(name -> variables.put(name, Domain.REAL));
        return Vocabulary.of(variables).withFunctions(Set.of("f", "g"));
    }

    /** Anything that may be a whole text. */
    public Expression text() {
        return switch (random.nextInt(12)) {
            case 0 -> new Listing(many(this::statement, 2, 3));
            case 1 -> new Or(many(this::conjunction, 2, 3));
            case 2, 3 -> relation();
            case 4 -> new Union(many(() -> interval(3), 2, 3));
            case 5 -> new And(many(this::relation, 2, 3));
            case 6 -> Word.values()[random.nextInt(Word.values().length)];
            default -> value(1 + random.nextInt(5));
        };
    }

    private Expression statement() {
        return random.nextInt(3) == 0 ? relation() : value(3);
    }

    private Expression conjunction() {
        return random.nextBoolean() ? relation() : new And(many(this::relation, 2, 2));
    }

    private Expression relation() {
        int signs = 1 + random.nextInt(2);
        return new Relation(
                many(() -> value(3), signs + 1, signs + 1),
                many(() -> Sign.values()[random.nextInt(Sign.values().length)], signs, signs));
    }

    private Expression interval(int depth) {
        boolean lowerClosed = random.nextBoolean();
        return new Interval(value(depth - 1), lowerClosed, value(depth - 1), !lowerClosed);
    }

    /** A value: a number, a function, a vector, a matrix, a set. */
    Expression value(int depth) {
        if (depth <= 1) {
            return leaf();
        }
        int next = depth - 1;
        return switch (random.nextInt(18)) {
            case 0, 1, 2 -> new Sum(many(() -> term(next), 2, 4));
            case 3, 4, 5, 6 -> new Product(many(() -> value(next), 2, 4));
            case 7, 8, 9 -> new Quotient(value(next), value(next));
            case 10, 11 -> new Power(value(next), value(next));
            case 12 -> new Negation(value(next));
            case 13, 14, 15 -> call(next);
            case 16 -> collection(next);
            default -> new Application(random.nextBoolean() ? "f" : "g", many(() -> value(next), 1, 2));
        };
    }

    private Expression term(int depth) {
        return random.nextInt(3) == 0 ? new Negation(value(depth)) : value(depth);
    }

    private Expression call(int depth) {
        var functions =
                Stream.of(Function.values()).filter(f -> !f.forAuthors()).toList();
        var function = functions.get(random.nextInt(functions.size()));
        if (function == Function.PIECEWISE) {
            var arguments = new ArrayList<Expression>(List.of(value(depth), relation()));
            arguments.addAll(random.nextBoolean() ? List.of(value(depth)) : List.of(value(depth), relation()));
            return new Call(function, arguments);
        }
        int most = Math.min(function.maxArguments(), 3);
        return new Call(function, many(() -> value(depth), function.minArguments(), most));
    }

    private Expression collection(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> new Braces(many(() -> value(depth), 0, 3));
            case 1 -> matrix(depth);
            case 2 -> new Tuple(Brackets.SQUARE, many(() -> entry(2), 2, 3));
            default ->
                new Tuple(random.nextBoolean() ? Brackets.ROUND : Brackets.ANGLE, many(() -> value(depth), 2, 3));
        };
    }

    private Expression matrix(int depth) {
        int columns = 1 + random.nextInt(3);
        int rows = 1 + random.nextInt(3);
        return new Matrix(many(() -> many(() -> entry(Math.min(depth, 2)), columns, columns), rows, rows));
    }

    /** Square brackets directly in square brackets are a matrix. */
    private Expression entry(int depth) {
        var entry = term(depth);
        return entry instanceof Tuple t && t.brackets() == Brackets.SQUARE ? leaf() : entry;
    }

    private Expression leaf() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new Numeral(Rational.of(random.nextInt(13)));
            case 3 -> new Numeral(Rational.of(new BigInteger(1 + random.nextInt(60), random)));
            case 4 -> new Decimal(new BigDecimal(BigInteger.valueOf(random.nextInt(100_000)), 1 + random.nextInt(5)));
            case 5 -> Constant.values()[random.nextInt(Constant.values().length)];
            default -> new Symbol(NAMES.get(random.nextInt(NAMES.size())));
        };
    }

    private <T> List<T> many(Supplier<T> one, int least, int most) {
        int count = least + random.nextInt(most - least + 1);
        return Stream.generate(one).limit(count).toList();
    }
}
