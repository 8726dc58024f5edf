package org.nabla.math.reading;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
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
        if (e.isCallOf(Function.FACTORIAL) && tooLarge(e.children().get(0))) {
            throw new SyntaxException("This factorial is too large: at most 1000!", 0, length);
        }
        e.children().forEach(child -> visit(child, depth + 1));
    }

    private static boolean tooLarge(Expression exponent) {
        return wholeNumber(exponent).map(n -> n.abs().compareTo(LARGEST) > 0).orElse(false);
    }

    /** The value of a whole number made of whole numbers, roughly: whatever passes the limit is just some large number. */
    private static Optional<BigInteger> wholeNumber(Expression e) {
        return e.accept(WHOLE_NUMBER);
    }

    private static final PartialVisitor<Optional<BigInteger>> WHOLE_NUMBER = new PartialVisitor<>() {
        @Override
        public Optional<BigInteger> otherwise(Expression e) {
            return Optional.empty();
        }

        @Override
        public Optional<BigInteger> numeral(Numeral n) {
            return n.isWhole() ? Optional.of(clipped(n.value().numerator())) : Optional.empty();
        }

        @Override
        public Optional<BigInteger> negation(Negation n) {
            return wholeNumber(n.argument()).map(BigInteger::negate);
        }

        @Override
        public Optional<BigInteger> sum(Sum s) {
            return all(s.terms(), BigInteger.ZERO, BigInteger::add);
        }

        @Override
        public Optional<BigInteger> product(Product p) {
            return all(p.factors(), BigInteger.ONE, BigInteger::multiply);
        }

        @Override
        public Optional<BigInteger> power(Power p) {
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

        @Override
        public Optional<BigInteger> call(Call c) {
            return c.isCallOf(Function.FACTORIAL)
                    ? wholeNumber(c.arguments().get(0))
                            .map(n -> n.intValue() > 6 ? LARGEST.add(BigInteger.ONE) : BigInteger.ONE)
                    : Optional.empty();
        }
    };

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
}
