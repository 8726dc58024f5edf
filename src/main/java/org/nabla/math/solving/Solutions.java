package org.nabla.math.solving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.math.CalculusException;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.Substitution;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.UndifferentiableException;
import org.nabla.math.exact.Scalars;
import org.nabla.math.exact.UnivariatePolynomial;
import org.nabla.math.tidy.Expansion;
import org.nabla.math.tidy.Fractions;
import org.nabla.math.tidy.MonomialBuilder;
import org.nabla.math.tidy.MonomialWriter;
import org.nabla.math.tidy.Normaliser;
import org.nabla.math.tidy.SumWriter;
import org.nabla.math.tidy.Tidy;
import org.nabla.math.value.Evaluator;

/**
 * All real solutions of equations, by splitting products into cases, solving for a letter that occurs alone or linearly, and
 * inserting. Each case is exact, so that none is lost; solutions outside the domains or that do not fulfil the equations are left out.
 */
public final class Solutions {

    private static final int DEPTH = 14;
    private static final double SMALLEST = 1e-9;

    private final List<String> letters;
    private final Map<String, Domain> domains;
    private final Normaliser normaliser = Tidy.normaliser(Map.of());

    public Solutions(List<String> letters, Map<String, Domain> domains) {
        this.letters = letters;
        this.domains = domains;
    }

    /** The solutions in order, each with the values of the letters in their order; empty where the method does not suffice. */
    public Optional<List<List<Expression>>> of(List<Expression> equations) {
        var functions = equations.stream().map(this::difference).toList();
        return solve(functions, DEPTH)
                .filter(found ->
                        found.stream().allMatch(solution -> solution.keySet().containsAll(letters)))
                .map(found -> tidied(found, functions));
    }

    /** What somebody else found, if every one fulfils the equations. */
    public Optional<List<List<Expression>>> confirmed(Expression answer, List<Expression> equations) {
        var functions = equations.stream().map(this::difference).toList();
        if (!(answer instanceof Braces braces)) {
            return Optional.empty();
        }
        var found = new ArrayList<Map<String, Expression>>();
        for (var entry : braces.entries()) {
            var values = entry.components();
            var solution = new HashMap<String, Expression>();
            for (var i = 0; i < Math.min(values.size(), letters.size()); i++) {
                solution.put(letters.get(i), values.get(i));
            }
            found.add(solution);
        }
        var fulfilled = tidied(found, functions);
        return fulfilled.size() == found.size() ? Optional.of(fulfilled) : Optional.empty();
    }

    private Expression difference(Expression equation) {
        if (equation instanceof Relation relation) {
            if (!relation.signs().equals(List.of(Sign.EQUAL))) {
                throw new CalculusException("Only equations can be solved.");
            }
            return Scalars.minus(relation.sides().get(0), relation.sides().get(1));
        }
        return Scalars.tidy(equation);
    }

    private List<List<Expression>> tidied(List<Map<String, Expression>> found, List<Expression> functions) {
        var distinct = new LinkedHashMap<List<Expression>, double[]>();
        for (var solution : found) {
            var values = letters.stream()
                    .map(letter -> Scalars.tidy(solution.getOrDefault(letter, new Symbol(letter))))
                    .toList();
            if (isReal(values) && fulfils(solution, functions)) {
                distinct.putIfAbsent(
                        values, values.stream().mapToDouble(Solutions::numeric).toArray());
            }
        }
        return distinct.entrySet().stream()
                .sorted((a, b) -> java.util.Arrays.compare(a.getValue(), b.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double numeric(Expression e) {
        return e.hasSymbol() ? 0 : Evaluator.of(e, List.of()).at();
    }

    private boolean isReal(List<Expression> values) {
        for (var i = 0; i < values.size(); i++) {
            var value = values.get(i);
            var domain = domains.getOrDefault(letters.get(i), Domain.REAL);
            var exact = Rationals.of(value);
            if (!value.hasSymbol()
                    && (!Double.isFinite(numeric(value))
                            || !exact.map(domain::contains).orElseGet(() -> contains(domain, numeric(value))))) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(Domain domain, double value) {
        return !domain.wholeNumbers() && domain.contains(Rational.of(new java.math.BigDecimal(value)));
    }

    private boolean fulfils(Map<String, Expression> solution, List<Expression> functions) {
        return functions.stream().allMatch(f -> {
            var value = normaliser.tidy(Substitution.replace(f, solution));
            return value.hasSymbol()
                    ? Scalars.isZero(value)
                    : Math.abs(Evaluator.of(value, List.of()).at()) < SMALLEST;
        });
    }

    /** Empty where one case cannot be finished, or leaves a letter free. */
    private Optional<List<Map<String, Expression>>> solve(List<Expression> functions, int depth) {
        var open = new ArrayList<Expression>();
        for (var f : functions) {
            if (letters.stream().anyMatch(letter -> f.mentions(letter))) {
                open.add(f);
            } else if (!f.hasSymbol() && !Scalars.isZero(f)) {
                return Optional.of(List.of());
            } else if (f.hasSymbol() && !Scalars.isZero(f)) {
                return Optional.empty();
            }
        }
        if (open.isEmpty()) {
            return Optional.of(List.of(Map.of()));
        } else if (depth == 0) {
            return Optional.empty();
        }
        for (var i = 0; i < open.size(); i++) {
            var factors = factors(open.get(i));
            if (factors.size() > 1 || !factors.isEmpty() && !factors.get(0).equals(open.get(i))) {
                return cases(open, i, factors, depth);
            } else if (factors.isEmpty()) {
                return Optional.of(List.of());
            }
        }
        return explicit(open, depth)
                .or(() -> rootsOf(open, depth))
                .or(() -> quadratic(open, depth))
                .or(() -> linear(open, depth));
    }

    private Optional<List<Map<String, Expression>>> cases(
            List<Expression> open, int index, List<Expression> factors, int depth) {
        var all = new ArrayList<Map<String, Expression>>();
        for (var factor : factors) {
            var functions = new ArrayList<>(open);
            functions.set(index, factor);
            var found = solve(functions, depth - 1);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(found.get());
        }
        return Optional.of(all);
    }

    /** The factors of the numerator that can be zero, without their powers. */
    private List<Expression> factors(Expression f) {
        var factors = new ArrayList<Expression>();
        for (var power : normaliser
                .monomial(new Fractions(normaliser).together(f))
                .powers()
                .entrySet()) {
            var base = power.getKey();
            var mentions = letters.stream().anyMatch(letter -> base.mentions(letter));
            var positive =
                    Rationals.of(power.getValue()).filter(r -> r.signum() > 0).isPresent();
            if (mentions && positive) {
                factors.addAll(base instanceof Sum sum ? commonLetters(sum) : List.of(base));
            }
        }
        return factors.stream().distinct().toList();
    }

    /** x²y − x as x and xy − 1. */
    private List<Expression> commonLetters(Sum sum) {
        var terms = normaliser.monomials(new Expansion(normaliser).expand(sum));
        var common = new ArrayList<Expression>();
        var divisor = new MonomialBuilder(normaliser);
        for (var letter : letters) {
            var symbol = new Symbol(letter);
            var lowest = terms.stream()
                    .map(m -> m.degree(symbol))
                    .min(Rational::compareTo)
                    .orElse(Rational.ZERO);
            if (lowest.signum() > 0) {
                common.add(symbol);
                divisor.times(symbol, Rationals.write(lowest));
            }
        }
        var divided = divisor.build();
        var rest = SumWriter.write(terms.stream()
                .map(m -> new MonomialBuilder(normaliser)
                        .times(m)
                        .times(MonomialWriter.write(divided), Rationals.write(-1))
                        .build())
                .toList());
        common.add(
                rest instanceof Sum whole ? normaliser.content(whole).powers().firstKey() : rest);
        return common;
    }

    /** An equation in which a letter occurs linearly, with a factor in which no unknown occurs. */
    private Optional<List<Map<String, Expression>>> explicit(List<Expression> open, int depth) {
        for (var letter : letters) {
            for (var f : open) {
                var slope = slope(f, letter);
                if (slope.isPresent()
                        && letters.stream().noneMatch(l -> slope.get().mentions(l))) {
                    return insert(open, f, letter, solved(f, letter, slope.get()), depth);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Expression> slope(Expression f, String letter) {
        if (!f.mentions(letter)) {
            return Optional.empty();
        }
        try {
            var slope = Scalars.tidy(Derivative.of(new Expansion(normaliser).expand(f), letter));
            return slope.mentions(letter) || Scalars.isZero(slope) ? Optional.empty() : Optional.of(slope);
        } catch (UndifferentiableException e) {
            return Optional.empty();
        }
    }

    private Expression solved(Expression f, String letter, Expression slope) {
        var rest = normaliser.tidy(Substitution.replace(f, Map.of(letter, Rationals.write(0))));
        return Scalars.over(normaliser.negate(rest), slope);
    }

    private Optional<List<Map<String, Expression>>> insert(
            List<Expression> open, Expression used, String letter, Expression value, int depth) {
        var others = open.stream()
                .filter(f -> f != used)
                .map(f -> Scalars.tidy(Substitution.replace(f, Map.of(letter, value))))
                .toList();
        return solve(others, depth - 1)
                .map(found -> found.stream()
                        .map(solution -> with(solution, letter, normaliser.tidy(Substitution.replace(value, solution))))
                        .toList());
    }

    private static Map<String, Expression> with(Map<String, Expression> solution, String letter, Expression value) {
        var extended = new HashMap<>(solution);
        extended.put(letter, value);
        return extended;
    }

    /** An equation with one letter only. */
    private Optional<List<Map<String, Expression>>> rootsOf(List<Expression> open, int depth) {
        for (var f : open) {
            var present = letters.stream().filter(l -> f.mentions(l)).toList();
            if (present.size() == 1) {
                var letter = present.get(0);
                var roots = roots(f, letter);
                if (roots.isPresent()) {
                    var all = new ArrayList<Map<String, Expression>>();
                    for (var root : roots.get()) {
                        var found = insert(open, f, letter, root, depth);
                        if (found.isEmpty()) {
                            return Optional.empty();
                        }
                        all.addAll(found.get());
                    }
                    return Optional.of(all);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<List<Expression>> roots(Expression f, String letter) {
        var polynomial = UnivariatePolynomial.of(f, letter);
        return polynomial.isPresent() ? polynomial.get().realRoots() : inverted(f, letter);
    }

    /** g(u) = c with g one-to-one: e^u, ln u, a root, an odd power. */
    private Optional<List<Expression>> inverted(Expression f, String letter) {
        var terms = normaliser.monomials(f);
        var moving = terms.stream()
                .filter(m -> MonomialWriter.write(m).mentions(letter))
                .toList();
        if (moving.size() != 1 || moving.get(0).powers().size() != 1) {
            return Optional.empty();
        }
        var m = moving.get(0);
        var rest = Scalars.minus(MonomialWriter.write(m), f);
        var value = normaliser.quotient(rest, Rationals.write(m.coefficient()));
        var base = m.powers().firstKey();
        var exponent = m.exponent(base);
        if (value.hasSymbol()) {
            return Optional.empty();
        } else if (base == Constant.E) {
            return numeric(value) <= 0
                    ? Optional.of(List.of())
                    : inner(exponent, normaliser.call(Function.LN, value), letter);
        } else if (m.has(base, Rational.ONE) && Normaliser.isNaturalLogarithm(base)) {
            return inner(base.children().get(0), normaliser.power(Constant.E, value), letter);
        } else if (m.has(base, Rational.of(1, 2))) {
            return numeric(value) < 0
                    ? Optional.of(List.of())
                    : inner(base, normaliser.power(value, Rationals.write(2)), letter);
        }
        return Optional.empty();
    }

    private Optional<List<Expression>> inner(Expression u, Expression value, String letter) {
        var difference = Scalars.minus(u, value);
        var slope = slope(difference, letter);
        return slope.isPresent()
                ? Optional.of(List.of(solved(difference, letter, slope.get())))
                : roots(difference, letter);
    }

    /** a·x² + b·x + c = 0 whose discriminant is a square: two cases, each linear. */
    private Optional<List<Map<String, Expression>>> quadratic(List<Expression> open, int depth) {
        for (var letter : letters) {
            for (var i = 0; i < open.size(); i++) {
                var factors = linearFactors(open.get(i), letter);
                if (!factors.isEmpty()) {
                    return cases(open, i, factors, depth);
                }
            }
        }
        return Optional.empty();
    }

    private List<Expression> linearFactors(Expression f, String letter) {
        if (!f.mentions(letter)) {
            return List.of();
        }
        try {
            var expanded = new Expansion(normaliser).expand(f);
            var slope = Derivative.of(expanded, letter);
            var twice = Scalars.tidy(Derivative.of(slope, letter));
            if (letters.stream().anyMatch(l -> twice.mentions(l)) || Scalars.isZero(twice)) {
                return List.of();
            }
            var constant = Map.<String, Expression>of(letter, Rationals.write(0));
            var b = normaliser.tidy(Substitution.replace(slope, constant));
            var c = normaliser.tidy(Substitution.replace(expanded, constant));
            var discriminant = new Expansion(normaliser)
                    .expand(Scalars.minus(
                            normaliser.power(b, Rationals.write(2)),
                            normaliser.product(List.of(Rationals.write(2), twice, c))));
            return root(discriminant)
                    .map(root -> List.of(Scalars.sum(List.of(slope, root)), Scalars.minus(slope, root)))
                    .orElse(List.of());
        } catch (UndifferentiableException e) {
            return List.of();
        }
    }

    /** The root of a single term with even exponents, with any sign. */
    private Optional<Expression> root(Expression square) {
        if (square.terms().size() > 1) {
            return Optional.empty();
        }
        var m = normaliser.monomial(square);
        var root = new MonomialBuilder(normaliser);
        if (m.coefficient().signum() < 0) {
            return Optional.empty();
        }
        root.times(normaliser.call(Function.SQRT, Rationals.write(m.coefficient())));
        for (var power : m.powers().entrySet()) {
            var exponent = Rationals.of(power.getValue());
            if (exponent.filter(Rationals::isEvenInteger).isEmpty()) {
                return Optional.empty();
            }
            root.times(power.getKey(), Rationals.write(exponent.get().dividedBy(Rational.of(2))));
        }
        return Optional.of(MonomialWriter.write(root.build()));
    }

    /** The letters, those first that occur linearly in the most equations, as a multiplier of Lagrange does. */
    private List<String> mostLinear(List<Expression> open) {
        return letters.stream()
                .sorted(java.util.Comparator.comparingLong((String letter) ->
                        -open.stream().filter(f -> slope(f, letter).isPresent()).count()))
                .toList();
    }

    /** a·x + b = 0 with letters in a: either x = −b/a, or a = 0 and b = 0. */
    private Optional<List<Map<String, Expression>>> linear(List<Expression> open, int depth) {
        for (var letter : mostLinear(open)) {
            for (var f : open) {
                var slope = slope(f, letter);
                if (slope.isPresent()) {
                    var rest = normaliser.tidy(Substitution.replace(f, Map.of(letter, Rationals.write(0))));
                    var regular = insert(open, f, letter, solved(f, letter, slope.get()), depth);
                    var singular = new ArrayList<>(open);
                    singular.remove(f);
                    singular.add(slope.get());
                    singular.add(rest);
                    var exceptions = solve(singular, depth - 1);
                    if (regular.isPresent() && exceptions.isPresent()) {
                        var all = new ArrayList<>(regular.get());
                        all.addAll(exceptions.get());
                        return Optional.of(all);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
