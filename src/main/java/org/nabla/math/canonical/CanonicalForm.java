package org.nabla.math.canonical;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nabla.math.Deadline;
import org.nabla.math.Definitions;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.canonical.Atoms.Kind;

/**
 * Brings expressions to a form in which most equal ones are the same: a rational function, exact, over atoms such as sin u,
 * e^u, ln u and roots. Two expressions with the same form have the same value wherever both are defined (but for single
 * points); of where they are defined it says nothing. Where the form differs, nothing is known.
 */
public final class CanonicalForm {

    private static final Rational HALF = Rational.of(1, 2);
    private static final Rational TWO = Rational.of(2);
    private static final int MAX_FACTORIAL = 200;
    private static final int MAX_SCALE = 500;
    private static final int MAX_SHIFT = 8;

    private final Map<String, Domain> variables;
    private final Deadline deadline;
    private final Atoms atoms = new Atoms();
    private final Ring ring;
    private final Angles angles;
    private final AtomNumbers numbers;
    private final Nodes nodes = new Nodes();

    private CanonicalForm(Map<String, Domain> variables, Deadline deadline) {
        this.variables = variables;
        this.deadline = deadline;
        ring = new Ring(atoms, deadline);
        numbers = new AtomNumbers(atoms);
        angles = new Angles(atoms, ring);
    }

    /** Whether the two are proved to have the same value wherever both are defined. */
    public static boolean same(Expression a, Expression b, Map<String, Domain> variables, Deadline deadline) {
        return new CanonicalForm(variables, deadline).isSame(a, b);
    }

    private boolean isSame(Expression a, Expression b) {
        var isNumber = Expression.symbolsOf(a, b).isEmpty();
        try {
            // The first passes find out which signs and which units of angles are known.
            for (var pass = 0; pass < 4; pass++) {
                var known = atoms.assumptions();
                var difference = read(a).minus(read(b));
                if (ring.isZero(difference)) {
                    return true;
                }
                if (!angles.unitsChanged() && atoms.assumptions() == known) {
                    return isNumber && new LinearRelation(atoms, ring, deadline).vanishes(difference);
                }
            }
            return false;
        } catch (TooLargeException | ArithmeticException e) {
            return false;
        }
    }

    private Polynomial read(Expression e) {
        return e.accept(nodes);
    }

    private final class Nodes implements PartialVisitor<Polynomial> {
        @Override
        public Polynomial otherwise(Expression e) {
            throw new TooLargeException("no form");
        }

        @Override
        public Polynomial numeral(Expression.Numeral n) {
            return Polynomial.of(n.value());
        }

        @Override
        public Polynomial symbol(Expression.Symbol s) {
            return Polynomial.of(PowerProduct.of(variable(s.name())));
        }

        @Override
        public Polynomial sum(Expression.Sum s) {
            return s.terms().stream().map(CanonicalForm.this::read).reduce(Polynomial.ZERO, Polynomial::plus);
        }

        @Override
        public Polynomial product(Expression.Product p) {
            return p.factors().stream().map(CanonicalForm.this::read).reduce(Polynomial.ONE, ring::multiply);
        }

        @Override
        public Polynomial quotient(Expression.Quotient q) {
            return CanonicalForm.this.quotient(read(q.numerator()), read(q.denominator()));
        }

        @Override
        public Polynomial negation(Expression.Negation n) {
            return read(n.argument()).negate();
        }

        @Override
        public Polynomial power(Expression.Power p) {
            return p.base() == Expression.Constant.E
                    ? exp(read(p.exponent()))
                    : CanonicalForm.this.power(read(p.base()), read(p.exponent()));
        }

        @Override
        public Polynomial constant(Expression.Constant c) {
            return ofConstant(c);
        }

        @Override
        public Polynomial decimal(Expression.Decimal d) {
            return Math.abs((long) d.value().scale()) <= MAX_SCALE
                    ? Polynomial.of(Rational.of(d.value()))
                    : otherwise(d);
        }

        @Override
        public Polynomial call(Expression.Call c) {
            return ofCall(c);
        }
    }

    private int variable(String name) {
        var atom = atoms.of(Kind.VARIABLE, name);
        var domain = variables.getOrDefault(name, Domain.REAL);
        if (domain.lower().filter(low -> low.signum() >= 0).isPresent()) {
            atoms.assume(atom, 1);
        } else if (domain.upper().filter(high -> high.signum() <= 0).isPresent()) {
            atoms.assume(atom, -1);
        }
        return atom;
    }

    private Polynomial ofConstant(Expression.Constant c) {
        return switch (c) {
            case PI -> Polynomial.of(PowerProduct.of(atoms.of(Kind.PI, "pi")));
            case E -> exp(Polynomial.ONE);
            case I, INFINITY -> throw new TooLargeException("no real number");
        };
    }

    private Polynomial quotient(Polynomial numerator, Polynomial denominator) {
        return ring.multiply(numerator, ring.power(denominator, -1));
    }

    private Polynomial power(Polynomial base, Polynomial exponent) {
        if (exponent.isConstant()) {
            if (!exponent.constant().denominator().testBit(0)) {
                assumeNonnegative(base);
            }
            return ring.power(base, exponent.constant());
        }
        if (base.isConstant() && base.constant().isOne()) {
            return base;
        }
        if (!isPositive(base) && mayBeWhole(exponent)) {
            return atom(Function.ROOT, List.of(base, exponent));
        }
        assumeNonnegative(base);
        return exp(ring.multiply(exponent, ln(base)));
    }

    private boolean isPositive(Polynomial p) {
        if (p.isZero()) {
            return false;
        }
        var factors = ring.factors(p);
        return factors.content().signum() * atoms.sign(factors.monomial()) > 0;
    }

    /** Whether only whole numbers stand for the letters: then a negative base has a power too. */
    private boolean mayBeWhole(Polynomial exponent) {
        for (var m : exponent.terms().keySet()) {
            for (var i = 0; i < m.size(); i++) {
                if (atoms.kind(m.atom(i)) != Kind.VARIABLE
                        || variables
                                .getOrDefault((String) atoms.content(m.atom(i)), Domain.REAL)
                                .wholeNumbers()) {
                    return true;
                }
            }
        }
        return exponent.isConstant();
    }

    private Polynomial ofCall(Expression.Call c) {
        if (c.arguments().isEmpty()) {
            throw new TooLargeException("no argument");
        }
        var definition = Definitions.of(c);
        if (definition.isPresent()) {
            return read(definition.orElseThrow());
        }
        return switch (c.function()) {
            case MIN, MAX -> extreme(c);
            case LOG -> log(c);
            case ROOT ->
                power(
                        read(c.arguments().get(0)),
                        quotient(Polynomial.ONE, read(c.arguments().get(1))));
            case PIECEWISE, NORM, DOT, DET, CROSS, TRANSPOSE -> throw new TooLargeException("no form");
            case ATAN2 -> angleOf(read(c.arguments().get(0)), read(c.arguments().get(1)));
            default -> ofOne(c.function(), read(c.arguments().get(0)));
        };
    }

    private Polynomial ofOne(Function function, Polynomial u) {
        return switch (function) {
            case SIN -> angles.sine(ring.together(u));
            case COS -> angles.cosine(ring.together(u));
            case TAN -> quotient(ofOne(Function.SIN, u), ofOne(Function.COS, u));
            case SEC -> quotient(Polynomial.ONE, ofOne(Function.COS, u));
            case CSC -> quotient(Polynomial.ONE, ofOne(Function.SIN, u));
            case COT -> quotient(ofOne(Function.COS, u), ofOne(Function.SIN, u));
            case EXP -> exp(u);
            case LN, LOG -> {
                assumeNonnegative(u);
                yield ln(u);
            }
            case SQRT -> {
                assumeNonnegative(u);
                yield ring.power(u, HALF);
            }
            case CBRT -> ring.power(u, Rational.of(1, 3));
            case ABS -> abs(u);
            case SINH -> exp(u).minus(exp(u.negate())).times(HALF);
            case COSH -> exp(u).plus(exp(u.negate())).times(HALF);
            case TANH -> {
                var square = exp(u.times(TWO));
                yield quotient(square.minus(Polynomial.ONE), square.plus(Polynomial.ONE));
            }
            case ARSINH -> ln(u.plus(ring.power(ring.multiply(u, u).plus(Polynomial.ONE), HALF)));
            case ARCOSH -> ln(u.plus(ring.power(ring.multiply(u, u).minus(Polynomial.ONE), HALF)));
            case ARTANH ->
                ln(Polynomial.ONE.plus(u)).minus(ln(Polynomial.ONE.minus(u))).times(HALF);
            case SIGMOID -> quotient(Polynomial.ONE, Polynomial.ONE.plus(exp(u.negate())));
            case SOFTPLUS -> ln(Polynomial.ONE.plus(exp(u)));
            case RELU -> u.plus(abs(u)).times(HALF);
            case ARCCOS -> pi(HALF).minus(odd(Function.ARCSIN, u));
            case ARCSIN, ARCTAN, ERF -> odd(function, u);
            case SIGN ->
                isPositive(u) ? Polynomial.ONE : isPositive(u.negate()) ? Polynomial.ONE.negate() : odd(function, u);
            case CEILING -> ofOne(Function.FLOOR, u.negate()).negate();
            case FACTORIAL -> factorial(u);
            case FLOOR -> floor(u);
            default -> throw new TooLargeException("no form");
        };
    }

    private Polynomial pi(Rational factor) {
        return Polynomial.of(factor, PowerProduct.of(atoms.of(Kind.PI, "pi")));
    }

    private Polynomial factorial(Polynomial u) {
        if (!u.isConstant()) {
            return shiftedFactorial(u);
        }
        var n = u.constant();
        if (!n.isInteger() || n.signum() < 0 || n.compareTo(Rational.of(MAX_FACTORIAL)) > 0) {
            throw new TooLargeException("factorial");
        }
        var product = BigInteger.ONE;
        for (var k = 2; k <= n.numerator().intValueExact(); k++) {
            product = product.multiply(BigInteger.valueOf(k));
        }
        return Polynomial.of(Rational.of(product));
    }

    /** (v + k)! as v! times what is between. */
    private Polynomial shiftedFactorial(Polynomial u) {
        var shift = u.constant();
        if (!shift.isInteger() || shift.abs().compareTo(Rational.of(MAX_SHIFT)) > 0) {
            return atom(Function.FACTORIAL, List.of(u));
        }
        var rest = u.minus(Polynomial.of(shift));
        var product = atom(Function.FACTORIAL, List.of(rest));
        var k = shift.numerator().intValueExact();
        for (var i = 1; i <= k; i++) {
            product = ring.multiply(product, rest.plus(Polynomial.of(Rational.of(i))));
        }
        for (var i = 0; i > k; i--) {
            product = quotient(product, rest.plus(Polynomial.of(Rational.of(i))));
        }
        return product;
    }

    /** Whole numbers come out of the floor. */
    private Polynomial floor(Polynomial u) {
        var known = numbers.floor(u);
        if (known.isPresent()) {
            return Polynomial.of(Rational.of(known.get()));
        }
        var whole = Polynomial.of(Rational.of(Rationals.floor(u.constant())));
        var rest = u.minus(whole);
        return rest.isConstant() ? whole : whole.plus(atom(Function.FLOOR, List.of(rest)));
    }

    /** The angle of the point (x, y). */
    private Polynomial angleOf(Polynomial y, Polynomial x) {
        if (isPositive(x)) {
            return odd(Function.ARCTAN, quotient(y, x));
        }
        if (isPositive(x.negate()) && (y.isZero() || isPositive(y) || isPositive(y.negate()))) {
            var halfTurn = pi(isPositive(y.negate()) ? Rational.MINUS_ONE : Rational.ONE);
            return odd(Function.ARCTAN, quotient(y, x)).plus(halfTurn);
        }
        if (x.isZero() && (isPositive(y) || isPositive(y.negate()))) {
            return pi(isPositive(y) ? HALF : HALF.negate());
        }
        return atom(Function.ATAN2, List.of(y, x));
    }

    private Polynomial log(Expression.Call c) {
        var argument = read(c.arguments().get(0));
        assumeNonnegative(argument);
        if (c.arguments().size() == 1) {
            return ln(argument);
        }
        var base = read(c.arguments().get(1));
        assumeNonnegative(base);
        return quotient(ln(argument), ln(base));
    }

    /** e^(c·m + …): a product of atoms e^m to rational powers, and of what stands under a logarithm. */
    private Polynomial exp(Polynomial exponent) {
        var product = Polynomial.ONE;
        for (var term : ring.together(exponent).terms().entrySet()) {
            var m = term.getKey();
            var isLogarithm = m.size() == 1
                    && atoms.kind(m.atom(0)) == Kind.LN
                    && m.exponent(0).isOne();
            var factor = isLogarithm
                    ? ring.size((int) atoms.content(m.atom(0)), term.getValue())
                    : Polynomial.of(PowerProduct.of(atoms.of(Kind.EXP, m), term.getValue()));
            product = ring.multiply(product, factor);
        }
        return product;
    }

    /** ln|p| as a sum over the factors of p. */
    private Polynomial ln(Polynomial p) {
        if (p.isZero()) {
            throw new TooLargeException("logarithm of zero");
        }
        var factors = ring.factors(p);
        var sum = lnOf(factors.content().abs().numerator())
                .minus(lnOf(factors.content().abs().denominator()));
        for (var i = 0; i < factors.monomial().size(); i++) {
            var logarithm = lnOfAtom(factors.monomial().atom(i));
            sum = sum.plus(logarithm.times(factors.monomial().exponent(i)));
        }
        return sum;
    }

    private Polynomial lnOf(BigInteger number) {
        var sum = Polynomial.ZERO;
        for (var prime : new TreeMap<>(Ring.primes(number)).entrySet()) {
            var logarithm = lnOfAtom(atoms.of(Kind.PRIME, prime.getKey()));
            sum = sum.plus(logarithm.times(Rational.of(prime.getValue())));
        }
        return sum;
    }

    private Polynomial lnOfAtom(int atom) {
        return switch (atoms.kind(atom)) {
            case EXP -> Polynomial.of((PowerProduct) atoms.content(atom));
            case ABS -> lnOfAtom((int) atoms.content(atom));
            default -> Polynomial.of(PowerProduct.of(atoms.of(Kind.LN, atom)));
        };
    }

    private Polynomial abs(Polynomial p) {
        if (p.isZero()) {
            return p;
        }
        var factors = ring.factors(p);
        var product = Polynomial.of(factors.content().abs());
        for (var i = 0; i < factors.monomial().size(); i++) {
            product = ring.multiply(
                    product,
                    ring.size(factors.monomial().atom(i), factors.monomial().exponent(i)));
        }
        return product;
    }

    private Polynomial extreme(Expression.Call c) {
        var sign = c.function() == Function.MAX ? Rational.ONE : Rational.MINUS_ONE;
        var all = new ArrayList<Polynomial>();
        c.arguments().forEach(argument -> all.add(read(argument)));
        if (all.size() > 2) {
            throw new TooLargeException("extreme of many");
        }
        return all.stream()
                .reduce((a, b) -> a.plus(b).plus(abs(a.minus(b)).times(sign)).times(HALF))
                .orElseThrow();
    }

    /** f(−u) = −f(u). */
    private Polynomial odd(Function function, Polynomial argument) {
        var u = ring.together(argument);
        if (u.isZero()) {
            return u;
        }
        if (u.leadingSign() < 0) {
            return odd(function, u.negate()).negate();
        }
        if ((function == Function.ARCSIN || function == Function.ARCTAN) && hasOnlyRoots(u)) {
            for (var twelfths = 1; twelfths <= 6; twelfths++) {
                var angle = pi(Rational.of(twelfths, 12));
                if (function == Function.ARCSIN && angles.sine(angle).equals(u)) {
                    return angle;
                }
                if (function == Function.ARCTAN
                        && twelfths < 6
                        && ring.isZero(angles.sine(angle).minus(ring.multiply(u, angles.cosine(angle))))) {
                    return angle;
                }
            }
        }
        return atom(function, List.of(u));
    }

    private boolean hasOnlyRoots(Polynomial p) {
        return p.terms().keySet().stream().allMatch(m -> {
            for (var i = 0; i < m.size(); i++) {
                if (atoms.kind(m.atom(i)) != Kind.PRIME) {
                    return false;
                }
            }
            return true;
        });
    }

    private Polynomial atom(Function function, List<Polynomial> arguments) {
        return Polynomial.of(PowerProduct.of(atoms.of(Kind.CALL, new Atoms.Call(function, arguments))));
    }

    /**
     * What stands under a root or a logarithm is not negative where the whole has a value: if its sign hangs on one factor,
     * the sign of that factor is known.
     */
    private void assumeNonnegative(Polynomial p) {
        if (p.isConstant()) {
            return;
        }
        var factors = ring.factors(p);
        var sign = factors.content().signum();
        var unknown = new HashMap<Integer, Integer>();
        for (var i = 0; i < factors.monomial().size(); i++) {
            var exponent = factors.monomial().exponent(i);
            if (exponent.numerator().testBit(0) && exponent.denominator().testBit(0)) {
                var atom = factors.monomial().atom(i);
                var known = atoms.sign(atom);
                sign *= known == 0 ? 1 : known;
                if (known == 0) {
                    unknown.put(atom, 1);
                }
            }
        }
        if (unknown.size() == 1) {
            atoms.assume(unknown.keySet().iterator().next(), sign);
        }
    }
}
