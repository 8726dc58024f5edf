package org.nabla.math.reading;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nabla.math.Expression;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Application;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Call;
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
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Expression.Union;
import org.nabla.math.Function;
import org.nabla.math.SyntaxException;

/** The limits on a tree: nodes, depth, exponents and factorials. */
final class Size {
    private static final BigInteger LARGEST = BigInteger.valueOf(1_000);

    private final int maxNodes;
    private final int length;
    private int nodes;

    private Size(int maxNodes, int length) {
        this.maxNodes = maxNodes;
        this.length = length;
    }

    /** Breaks off with a sentence where a limit is passed. */
    static void check(Expression expression, int maxNodes, int length) {
        new Size(maxNodes, length).visit(expression, 1);
    }

    private void visit(Expression e, int depth) {
        if (++nodes > maxNodes) {
            throw new SyntaxException(
                    "This is too long: at most " + maxNodes + " numbers, names and signs.", 0, length);
        }
        if (depth > TokenCursor.MAX_DEPTH) {
            throw new SyntaxException("This is nested too deeply: at most 60 levels.", 0, length);
        }
        if (e instanceof Power p && tooLarge(p.exponent())) {
            throw new SyntaxException("This exponent is too large: at most 1,000.", 0, length);
        }
        if (e instanceof Call c
                && c.function() == Function.FACTORIAL
                && tooLarge(c.arguments().get(0))) {
            throw new SyntaxException("This factorial is too large: at most 1000!", 0, length);
        }
        children(e).forEach(child -> visit(child, depth + 1));
    }

    private static boolean tooLarge(Expression exponent) {
        return wholeNumber(exponent).map(n -> n.abs().compareTo(LARGEST) > 0).orElse(false);
    }

    /** The value of a whole number made of whole numbers, roughly: whatever passes the limit is just some large number. */
    private static Optional<BigInteger> wholeNumber(Expression e) {
        if (e instanceof Numeral n && n.value().isInteger()) {
            return Optional.of(clipped(n.value().numerator()));
        }
        if (e instanceof Negation n) {
            return wholeNumber(n.argument()).map(BigInteger::negate);
        }
        if (e instanceof Sum s) {
            return all(s.terms(), BigInteger.ZERO, BigInteger::add);
        }
        if (e instanceof Product p) {
            return all(p.factors(), BigInteger.ONE, BigInteger::multiply);
        }
        if (e instanceof Power p) {
            var base = wholeNumber(p.base());
            var exponent = wholeNumber(p.exponent());
            if (base.isEmpty() || exponent.isEmpty() || exponent.get().signum() < 0) {
                return Optional.empty();
            }
            return exponent.get().compareTo(LARGEST) > 0
                    ? Optional.of(
                            base.get().abs().compareTo(BigInteger.ONE) > 0 ? LARGEST.add(BigInteger.ONE) : base.get())
                    : Optional.of(clipped(base.get().pow(exponent.get().intValueExact())));
        }
        if (e instanceof Call c && c.function() == Function.FACTORIAL) {
            return wholeNumber(c.arguments().get(0))
                    .map(n -> n.intValue() > 6 ? LARGEST.add(BigInteger.ONE) : BigInteger.ONE);
        }
        return Optional.empty();
    }

    private static Optional<BigInteger> all(
            List<Expression> parts, BigInteger start, java.util.function.BinaryOperator<BigInteger> join) {
        var result = start;
        for (var part : parts) {
            var value = wholeNumber(part);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            result = clipped(join.apply(result, value.get()));
        }
        return Optional.of(result);
    }

    /** Keeps numbers small while they are still larger than every limit, also after a few differences. */
    private static BigInteger clipped(BigInteger n) {
        return n.bitLength() > 64 ? BigInteger.ONE.shiftLeft(64).multiply(BigInteger.valueOf(n.signum())) : n;
    }

    /** The parts of an expression, in the order of writing. */
    static Stream<Expression> children(Expression e) {
        if (e instanceof Sum s) {
            return s.terms().stream();
        } else if (e instanceof Product p) {
            return p.factors().stream();
        } else if (e instanceof Quotient q) {
            return Stream.of(q.numerator(), q.denominator());
        } else if (e instanceof Power p) {
            return Stream.of(p.base(), p.exponent());
        } else if (e instanceof Negation n) {
            return Stream.of(n.argument());
        } else if (e instanceof Call c) {
            return c.arguments().stream();
        } else if (e instanceof Application a) {
            return a.arguments().stream();
        }
        return collection(e);
    }

    private static Stream<Expression> collection(Expression e) {
        if (e instanceof Tuple t) {
            return t.entries().stream();
        } else if (e instanceof Matrix m) {
            return m.rows().stream().flatMap(List::stream);
        } else if (e instanceof Braces b) {
            return b.entries().stream();
        } else if (e instanceof Listing l) {
            return l.entries().stream();
        } else if (e instanceof Relation r) {
            return r.sides().stream();
        } else if (e instanceof And a) {
            return a.conditions().stream();
        } else if (e instanceof Or o) {
            return o.conditions().stream();
        } else if (e instanceof Interval i) {
            return Stream.of(i.lower(), i.upper());
        } else if (e instanceof Union u) {
            return u.sets().stream();
        }
        return Stream.empty();
    }
}
