package org.nabla.exercise.numeric;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import org.nabla.math.Expression;
import org.nabla.math.ExpressionSort;
import org.nabla.math.ExpressionVisitor;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
import org.nabla.math.value.Evaluator;
import org.nabla.math.writing.TextWriter;

/**
 * Formulas carried out in doubles, by a route of its own: derivatives are difference quotients, integrals quadrature, limits
 * extrapolation. Shares nothing with the symbolic route but the elementary functions, so that one can confirm the other.
 */
public final class Numerics {
    private static final Set<Function> IDENTITY =
            EnumSet.of(Function.EXPAND, Function.FACTOR, Function.SIMPLIFY, Function.DECIMAL);
    private static final Set<Function> TENSOR =
            EnumSet.of(Function.NORM, Function.DOT, Function.CROSS, Function.DET, Function.TRANSPOSE);

    private static final ExpressionVisitor<String> NAME = new PartialVisitor<>() {
        @Override
        public String symbol(Expression.Symbol symbol) {
            return symbol.name();
        }

        @Override
        public String otherwise(Expression e) {
            throw new NumericException("a letter is needed here");
        }
    };

    private final Map<Expression, Optional<Compiled>> compiled = new IdentityHashMap<>();

    /** A formula of numbers alone, with the letters it uses. */
    private record Compiled(Evaluator evaluator, List<String> letters) {}

    public static Numeric value(Expression e, Map<String, Numeric> letters) {
        return new Numerics().evaluate(e, letters);
    }

    /** The formula as a function of two of its letters, NaN where it has no value: quick enough for pictures. */
    public DoubleBinaryOperator function(Expression e, String first, String second) {
        var letters = new LinkedHashSet<String>();
        var plain = Plainly.of(e);
        if (isPlain(plain, letters) && Set.of(first, second).containsAll(letters)) {
            var evaluator = Evaluator.of(plain, List.of(first, second));
            return (a, b) -> evaluator.at(a, b);
        }
        return (a, b) ->
                evaluate(e, Map.of(first, Numeric.of(a), second, Numeric.of(b))).number();
    }

    public Numeric evaluate(Expression e, Map<String, Numeric> letters) {
        var fast = compiled.computeIfAbsent(e, Numerics::compile);
        if (fast.isPresent()) {
            var names = fast.get().letters();
            var values = new double[names.size()];
            boolean numbers = true;
            for (int i = 0; i < values.length && numbers; i++) {
                var value = letter(names.get(i), letters);
                numbers = value.shape() == Numeric.Shape.NUMBER;
                values[i] = numbers ? value.number() : 0;
            }
            if (numbers) {
                return Numeric.of(fast.get().evaluator().at(values));
            }
        }
        return slowly(e, letters);
    }

    private static Numeric letter(String name, Map<String, Numeric> letters) {
        var value = letters.get(name);
        if (value == null) {
            throw new UnknownLetterException(name);
        }
        return value;
    }

    private static Optional<Compiled> compile(Expression e) {
        var letters = new LinkedHashSet<String>();
        var plain = Plainly.of(e);
        if (!isPlain(plain, letters)) {
            return Optional.empty();
        }
        var names = List.copyOf(letters);
        return Optional.of(new Compiled(Evaluator.of(plain, names), names));
    }

    /** Whether it is made of numbers, letters and elementary functions; gathers the letters. */
    private static boolean isPlain(Expression e, Set<String> letters) {
        return e.accept(new PartialVisitor<>() {
            @Override
            public Boolean symbol(Expression.Symbol symbol) {
                letters.add(symbol.name());
                return true;
            }

            @Override
            public Boolean call(Expression.Call call) {
                var f = call.function();
                return !f.forAuthors() && !TENSOR.contains(f) && f != Function.PIECEWISE && all(call);
            }

            @Override
            public Boolean numeral(Expression.Numeral numeral) {
                return true;
            }

            @Override
            public Boolean decimal(Expression.Decimal decimal) {
                return true;
            }

            @Override
            public Boolean constant(Expression.Constant constant) {
                return constant == Expression.Constant.PI || constant == Expression.Constant.E;
            }

            @Override
            public Boolean otherwise(Expression other) {
                return ExpressionSort.of(other) == ExpressionSort.ARITHMETIC && all(other);
            }

            private boolean all(Expression parent) {
                return parent.children().stream().allMatch(child -> isPlain(child, letters));
            }
        });
    }

    private Numeric slowly(Expression e, Map<String, Numeric> letters) {
        return e.accept(new Slowly(letters));
    }

    /** The value of each kind of node, of whatever shape. */
    private final class Slowly implements PartialVisitor<Numeric> {
        private final Map<String, Numeric> letters;

        Slowly(Map<String, Numeric> letters) {
            this.letters = letters;
        }

        @Override
        public Numeric symbol(Expression.Symbol symbol) {
            return letter(symbol.name(), letters);
        }

        @Override
        public Numeric constant(Expression.Constant constant) {
            return constant == Expression.Constant.INFINITY
                    ? Numeric.of(Double.POSITIVE_INFINITY)
                    : otherwise(constant);
        }

        @Override
        public Numeric sum(Expression.Sum sum) {
            return sum.terms().stream()
                    .map(t -> evaluate(t, letters))
                    .reduce(Numeric::plus)
                    .orElseThrow();
        }

        @Override
        public Numeric product(Expression.Product product) {
            return product.factors().stream()
                    .map(f -> evaluate(f, letters))
                    .reduce(Numeric::times)
                    .orElseThrow();
        }

        @Override
        public Numeric negation(Expression.Negation negation) {
            return evaluate(negation.argument(), letters).times(-1);
        }

        @Override
        public Numeric quotient(Expression.Quotient quotient) {
            double divisor = evaluate(quotient.denominator(), letters).number();
            return evaluate(quotient.numerator(), letters).times(1 / divisor);
        }

        @Override
        public Numeric power(Expression.Power power) {
            return Numerics.this.power(power, letters);
        }

        @Override
        public Numeric matrix(Expression.Matrix matrix) {
            return Numeric.of(matrix.rows().stream()
                    .map(row -> Numeric.of(evaluate(row, letters)))
                    .toList());
        }

        @Override
        public Numeric call(Expression.Call call) {
            return Numerics.this.call(call, letters);
        }

        @Override
        public Numeric tuple(Expression.Tuple tuple) {
            return Numeric.of(evaluate(tuple.entries(), letters));
        }

        @Override
        public Numeric braces(Expression.Braces braces) {
            return Numeric.of(evaluate(braces.entries(), letters));
        }

        @Override
        public Numeric listing(Expression.Listing listing) {
            return Numeric.of(evaluate(listing.entries(), letters));
        }

        @Override
        public Numeric otherwise(Expression e) {
            throw new NumericException("this has no value in numbers: " + TextWriter.write(e));
        }
    }

    private List<Numeric> evaluate(List<Expression> entries, Map<String, Numeric> letters) {
        return entries.stream().map(entry -> evaluate(entry, letters)).toList();
    }

    private Numeric power(Expression.Power power, Map<String, Numeric> letters) {
        var base = evaluate(power.base(), letters);
        double exponent = evaluate(power.exponent(), letters).number();
        if (base.shape() != Numeric.Shape.MATRIX) {
            return elementary(Optional.empty(), List.of(base, Numeric.of(exponent)));
        }
        var factor = exponent < 0 ? base.inverse() : base;
        var result = exponent == 0 ? base.times(base.inverse()) : factor;
        for (int i = 1; i < Math.abs(exponent); i++) {
            result = result.times(factor);
        }
        return result;
    }

    /** An elementary function of numbers; without one, a power. */
    private Numeric elementary(Optional<Function> function, List<Numeric> arguments) {
        var names = new ArrayList<String>();
        var symbols = new ArrayList<Expression>();
        for (int i = 0; i < arguments.size(); i++) {
            names.add("a" + i);
            symbols.add(new Expression.Symbol("a" + i));
        }
        var e = function.<Expression>map(f -> new Expression.Call(f, symbols))
                .orElseGet(() -> new Expression.Power(symbols.get(0), symbols.get(1)));
        return Numeric.of(Evaluator.of(e, names)
                .at(arguments.stream().mapToDouble(Numeric::number).toArray()));
    }

    private Numeric call(Expression.Call call, Map<String, Numeric> letters) {
        var arguments = call.arguments();
        if (IDENTITY.contains(call.function())) {
            return evaluate(arguments.get(0), letters);
        }
        return switch (call.function()) {
            case NORM -> Numeric.of(Math.sqrt(squared(evaluate(arguments.get(0), letters))));
            case DOT -> Numeric.of(evaluate(arguments.get(0), letters).dot(evaluate(arguments.get(1), letters)));
            case CROSS -> cross(evaluate(arguments.get(0), letters), evaluate(arguments.get(1), letters));
            case DET -> Numeric.of(evaluate(arguments.get(0), letters).determinant());
            case TRANSPOSE -> evaluate(arguments.get(0), letters).transposed();
            case INVERSE -> evaluate(arguments.get(0), letters).inverse();
            case TRACE -> Numeric.of(trace(evaluate(arguments.get(0), letters)));
            case LENGTH -> Numeric.of(evaluate(arguments.get(0), letters).size());
            case ENTRY -> entry(evaluate(arguments, letters));
            case AT -> evaluate(arguments.get(0), bind(letters, arguments.get(1), evaluate(arguments.get(2), letters)));
            case PIECEWISE -> piecewise(arguments, letters);
            case SUM -> sum(arguments, letters);
            case INTEGRATE -> integral(arguments, letters);
            case LIMIT -> limit(arguments, letters);
            case DIFF, GRADIENT, JACOBIAN, HESSIAN, DIVERGENCE, CURL, LAPLACIAN ->
                new Differences(this).evaluate(call.function(), arguments, letters);
            default -> {
                if (call.function().forAuthors()) {
                    throw new NumericException(call.function().text() + " cannot be carried out in numbers");
                }
                yield elementary(Optional.of(call.function()), evaluate(arguments, letters));
            }
        };
    }

    private static double squared(Numeric v) {
        return v.dot(v);
    }

    private static double trace(Numeric matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.size(); i++) {
            sum += matrix.entry(i, i);
        }
        return sum;
    }

    private static Numeric cross(Numeric u, Numeric v) {
        var a = u.entries();
        var b = v.entries();
        if (a.length != 3 || b.length != 3) {
            throw new NumericException("cross needs two vectors with 3 entries");
        }
        return Numeric.vector(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]);
    }

    private static Numeric entry(List<Numeric> arguments) {
        var of = arguments.get(0);
        int i = (int) Math.round(arguments.get(1).number()) - 1;
        int j = arguments.size() == 3 ? (int) Math.round(arguments.get(2).number()) - 1 : 0;
        if (i < 0 || i >= of.size() || j < 0 || j >= of.columns()) {
            throw new NumericException("there is no such entry");
        }
        return arguments.size() == 2 ? of.parts().get(i) : Numeric.of(of.entry(i, j));
    }

    /** The letters with those named by a symbol or a list of symbols set to the value. */
    static Map<String, Numeric> bind(Map<String, Numeric> letters, Expression names, Numeric value) {
        var bound = new HashMap<>(letters);
        if (ExpressionSort.of(names) == ExpressionSort.SYMBOL) {
            bound.put(name(names), value);
            return bound;
        }
        var symbols = names.children();
        var values = value.parts();
        if (symbols.size() != values.size()) {
            throw new NumericException("as many values as letters are needed");
        }
        for (int i = 0; i < symbols.size(); i++) {
            bound.put(name(symbols.get(i)), values.get(i));
        }
        return bound;
    }

    public static String name(Expression symbol) {
        return symbol.accept(NAME);
    }

    private Numeric piecewise(List<Expression> arguments, Map<String, Numeric> letters) {
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            if (Truth.of(arguments.get(i + 1), letters)) {
                return evaluate(arguments.get(i), letters);
            }
        }
        if (arguments.size() % 2 == 0) {
            return Numeric.of(Double.NaN);
        }
        return evaluate(arguments.get(arguments.size() - 1), letters);
    }

    private Numeric sum(List<Expression> arguments, Map<String, Numeric> letters) {
        long from = Math.round(evaluate(arguments.get(2), letters).number());
        long to = Math.round(evaluate(arguments.get(3), letters).number());
        if (to - from > 100_000) {
            throw new NumericException("the sum is too long");
        }
        var total = Optional.<Numeric>empty();
        for (long k = from; k <= to; k++) {
            var term = evaluate(arguments.get(0), bind(letters, arguments.get(1), Numeric.of(k)));
            total = Optional.of(total.map(t -> t.plus(term)).orElse(term));
        }
        return total.orElse(Numeric.of(0));
    }

    private Numeric integral(List<Expression> arguments, Map<String, Numeric> letters) {
        if (arguments.size() != 4) {
            throw new NumericException("in numbers an integral needs its limits: integrate(f, x, a, b)");
        }
        var variable = arguments.get(1);
        double from = evaluate(arguments.get(2), letters).number();
        double to = evaluate(arguments.get(3), letters).number();
        return Numeric.of(QuickIntegral.integrate(
                x -> evaluate(arguments.get(0), bind(letters, variable, Numeric.of(x)))
                        .number(),
                from,
                to));
    }

    private Numeric limit(List<Expression> arguments, Map<String, Numeric> letters) {
        double target = evaluate(arguments.get(2), letters).number();
        return Extrapolation.limit(
                x -> evaluate(arguments.get(0), bind(letters, arguments.get(1), Numeric.of(x))), target);
    }
}
