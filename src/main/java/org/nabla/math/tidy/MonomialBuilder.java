package org.nabla.math.tidy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.ExpressionOrder;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;

/**
 * Multiplies powers of tidy expressions to a {@link Monomial}, by the laws that hold for real numbers wherever both sides
 * are defined.
 *
 * <p>Every method throws {@link ArithmeticException} where there is no number: a division by zero, an infinity, a vector.
 */
public final class MonomialBuilder {

    private static final long LONGEST_NUMBER = 20_000;
    private static final Rational HALF = Rational.of(1, 2);

    private final Normaliser normaliser;
    private final TreeMap<Expression, Expression> powers = new TreeMap<>(ExpressionOrder.INSTANCE);
    private Rational coefficient = Rational.ONE;
    private boolean decimal;

    public MonomialBuilder(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    public Monomial build() {
        joinSigns();
        joinTurnedSums();
        return coefficient.isZero() ? Monomial.number(Rational.ZERO) : new Monomial(coefficient, decimal, powers);
    }

    /** The sign of u times an odd power of |u| is that power of u. */
    private void joinSigns() {
        for (var base : List.copyOf(powers.keySet())) {
            if (base.isCallOf(Function.SIGN) && hasOddPower(base)) {
                var absolute = new Call(Function.ABS, base.children());
                if (hasOddPower(absolute)) {
                    powers.remove(base);
                    times(base.children().get(0), Objects.requireNonNull(powers.remove(absolute)));
                }
            }
        }
    }

    /** {@code (x − 1)·√(1 − x)} is a power of 1 − x: a whole power of a sum goes to the sum turned round that is under a root. */
    private void joinTurnedSums() {
        for (var base : List.copyOf(powers.keySet())) {
            if (base instanceof Sum sum && powers.get(sum) != null) {
                var whole =
                        Rationals.of(Objects.requireNonNull(powers.get(sum))).filter(Rational::isInteger);
                var turned = whole.map(n -> normaliser.scaled(sum, Monomial.number(Rational.MINUS_ONE)));
                if (turned.filter(powers::containsKey).isPresent()) {
                    powers.remove(sum);
                    coefficient = Rationals.isEvenInteger(whole.orElseThrow()) ? coefficient : coefficient.negate();
                    add(turned.orElseThrow(), Rationals.write(whole.orElseThrow()));
                }
            }
        }
    }

    private boolean hasOddPower(Expression base) {
        return Optional.ofNullable(powers.get(base))
                .flatMap(Rationals::of)
                .filter(n -> n.isInteger() && n.numerator().testBit(0))
                .isPresent();
    }

    public MonomialBuilder times(Expression factor) {
        return times(factor, new Numeral(Rational.ONE));
    }

    public MonomialBuilder times(Monomial factor) {
        coefficient = coefficient.times(factor.coefficient());
        decimal |= factor.decimal();
        factor.powers().forEach(this::times);
        return this;
    }

    public MonomialBuilder times(Expression base, Expression exponent) {
        var numeric = Rationals.of(exponent);
        var value = Rationals.of(base);
        if (numeric.filter(Rational::isZero).isPresent()) {
            if (value.filter(Rational::isZero).isPresent()) {
                throw new ArithmeticException("0^0");
            }
        } else if (value.isPresent()) {
            decimal |= base.anyMatch(node -> node instanceof Decimal);
            timesNumber(value.get(), exponent, numeric);
        } else if (base instanceof Constant constant) {
            timesConstant(constant, exponent, numeric);
        } else if (numeric.isPresent()) {
            base.accept(new Raised(numeric.get()));
        } else if (base instanceof Power power && normaliser.isPositive(power.base())) {
            times(power.base(), normaliser.product(List.of(power.exponent(), exponent)));
        } else {
            add(base, exponent);
        }
        return this;
    }

    /** Multiplies by the node raised to the exponent. */
    private final class Raised implements PartialVisitor<MonomialBuilder> {
        private final Rational exponent;

        Raised(Rational exponent) {
            this.exponent = exponent;
        }

        @Override
        public MonomialBuilder otherwise(Expression base) {
            if (!base.isScalar()) {
                throw new ArithmeticException("no number");
            }
            add(base, Rationals.write(exponent));
            return MonomialBuilder.this;
        }

        private MonomialBuilder root(Expression base) {
            timesRoot(normaliser.monomial(base), exponent);
            return MonomialBuilder.this;
        }

        @Override
        public MonomialBuilder negation(Negation negation) {
            if (!exponent.isInteger()) {
                return root(negation);
            }
            coefficient = Rationals.isEvenInteger(exponent) ? coefficient : coefficient.negate();
            return times(negation.argument(), Rationals.write(exponent));
        }

        @Override
        public MonomialBuilder product(Product product) {
            if (!exponent.isInteger()) {
                return root(product);
            }
            product.factors().forEach(factor -> times(factor, Rationals.write(exponent)));
            return MonomialBuilder.this;
        }

        @Override
        public MonomialBuilder quotient(Quotient quotient) {
            return exponent.isInteger()
                    ? times(quotient.numerator(), Rationals.write(exponent))
                            .times(quotient.denominator(), Rationals.write(exponent.negate()))
                    : root(quotient);
        }

        @Override
        public MonomialBuilder sum(Sum sum) {
            timesSum(sum, exponent);
            return MonomialBuilder.this;
        }

        @Override
        public MonomialBuilder power(Power power) {
            timesPower(power.base(), power.exponent(), exponent);
            return MonomialBuilder.this;
        }

        @Override
        public MonomialBuilder call(Call call) {
            timesCall(call, exponent);
            return MonomialBuilder.this;
        }
    }

    private void timesNumber(Rational value, Expression exponent, Optional<Rational> numeric) {
        if (numeric.isEmpty()) {
            if (!value.isOne()) {
                add(Rationals.write(value), exponent);
            }
            return;
        }
        var r = numeric.get();
        if (value.isZero()) {
            if (r.signum() < 0) {
                throw new ArithmeticException("division by zero");
            }
            coefficient = Rational.ZERO;
        } else if (!fits(value, r) || (value.signum() < 0 && !r.denominator().testBit(0))) {
            add(Rationals.write(value), exponent);
        } else if (value.signum() < 0 && !r.isInteger()) {
            coefficient = r.numerator().testBit(0) ? coefficient.negate() : coefficient;
            timesNumber(value.negate(), exponent, numeric);
        } else if (r.isInteger()) {
            coefficient = coefficient.times(value.pow(r.numerator().intValueExact()));
        } else {
            Rationals.factors(value.numerator()).forEach((p, k) -> timesPrime(p, r.times(Rational.of(k))));
            Rationals.factors(value.denominator()).forEach((p, k) -> timesPrime(p, r.times(Rational.of(-k))));
        }
    }

    private static boolean fits(Rational value, Rational exponent) {
        long bits = Math.max(value.numerator().bitLength(), value.denominator().bitLength());
        return value.abs().isOne()
                ? exponent.numerator().bitLength() < 31
                : exponent.numerator().bitLength() < 20
                        && exponent.denominator().bitLength() < 20
                        && bits * exponent.numerator().abs().longValue() < LONGEST_NUMBER;
    }

    private void timesPrime(BigInteger prime, Rational exponent) {
        var base = Rationals.whole(prime);
        var present = powers.remove(base);
        var before = present == null ? Optional.of(Rational.ZERO) : Rationals.of(present);
        if (before.isEmpty()) {
            powers.put(base, normaliser.sum(List.of(present == null ? base : present, Rationals.write(exponent))));
            return;
        }
        var all = before.get().plus(exponent);
        var whole = Rationals.floor(all);
        var rest = all.minus(Rational.of(whole));
        coefficient = coefficient.times(Rational.of(prime).pow(whole.intValueExact()));
        if (!rest.isZero()) {
            powers.put(base, Rationals.write(rest));
        }
    }

    private void timesConstant(Constant constant, Expression exponent, Optional<Rational> numeric) {
        if (constant == Constant.INFINITY) {
            throw new ArithmeticException("infinity");
        } else if (constant == Constant.E) {
            timesExponential(exponent);
        } else if (constant == Constant.I && numeric.filter(Rational::isInteger).isPresent()) {
            var quarter = numeric.get()
                    .numerator()
                    .mod(BigInteger.valueOf(4))
                    .add(BigInteger.valueOf(powers.remove(constant) == null ? 0 : 1))
                    .intValueExact();
            coefficient = quarter % 4 >= 2 ? coefficient.negate() : coefficient;
            if (quarter % 2 == 1) {
                powers.put(constant, new Numeral(Rational.ONE));
            }
        } else {
            add(constant, exponent);
        }
    }

    /** {@code e^(x + 2 ln y)} is {@code y^2 e^x}. */
    private void timesExponential(Expression exponent) {
        var terms = exponent.terms();
        var kept = new ArrayList<Expression>();
        for (var term : terms) {
            var m = normaliser.monomial(term);
            var logarithm = m.powers().keySet().stream()
                    .filter(base -> Normaliser.isNaturalLogarithm(base) && m.has(base, Rational.ONE))
                    .findFirst();
            if (logarithm.isPresent()) {
                times(logarithm.get().children().get(0), MonomialWriter.write(m.without(logarithm.get())));
            } else {
                kept.add(term);
            }
        }
        if (kept.size() == terms.size()) {
            add(Constant.E, exponent);
        } else if (!kept.isEmpty()) {
            add(Constant.E, normaliser.sum(kept));
        }
    }

    private void timesPower(Expression base, Expression inner, Rational outer) {
        var p = Rationals.of(inner);
        if (outer.isOne()) {
            times(base, inner); // a product with 1 would bring a sum over a common denominator
        } else if (outer.isInteger() || normaliser.isNonnegative(base)) {
            times(base, normaliser.product(List.of(inner, Rationals.write(outer))));
        } else if (p.isEmpty()) {
            add(new Power(base, inner), Rationals.write(outer));
        } else {
            times(
                    isEven(p.get()) ? normaliser.abs(base) : base,
                    Rationals.write(p.get().times(outer)));
        }
    }

    /** Whether a power with this exponent is never negative, as with 2 or 2/3. */
    private static boolean isEven(Rational exponent) {
        return !exponent.numerator().testBit(0);
    }

    private void timesCall(Call call, Rational exponent) {
        var argument = call.arguments().get(0);
        switch (call.function()) {
            case SQRT -> timesPower(argument, Rationals.write(HALF), exponent);
            case EXP -> times(Constant.E, normaliser.product(List.of(argument, Rationals.write(exponent))));
            case CBRT -> timesOddRoot(call, Rational.of(1, 3), exponent);
            case ROOT -> {
                var degree = Rationals.of(call.arguments().get(1));
                if (degree.filter(d -> Rationals.isSmall(d) && d.signum() > 0).isPresent()) {
                    timesOddRoot(call, degree.get().inverse(), exponent);
                } else {
                    add(call, Rationals.write(exponent));
                }
            }
            case ABS -> {
                if (Rationals.isEvenInteger(exponent)) {
                    times(argument, Rationals.write(exponent));
                } else {
                    add(call, Rationals.write(exponent));
                }
            }
            default -> add(call, Rationals.write(exponent));
        }
    }

    /** A root that is also defined for negative numbers is a power only of positive ones. */
    private void timesOddRoot(Call call, Rational inner, Rational outer) {
        var argument = call.arguments().get(0);
        if (Rationals.of(argument).filter(v -> v.signum() > 0).isPresent()
                || inner.times(outer).isInteger()) {
            times(argument, Rationals.write(inner.times(outer)));
        } else {
            add(call, Rationals.write(outer));
        }
    }

    /** The root of a product: squares come out of it, the rest stays together inside. */
    private void timesRoot(Monomial radicand, Rational exponent) {
        var inside = new TreeMap<Expression, Expression>(ExpressionOrder.INSTANCE);
        radicand.powers().forEach((base, power) -> {
            var p = Rationals.of(power);
            if (p.filter(MonomialBuilder::isEven).isPresent()) {
                times(normaliser.abs(base), Rationals.write(p.get().times(exponent)));
            } else if (normaliser.isPositive(base) && power.hasSymbol()
                    || base instanceof Expression.Symbol && normaliser.isNonnegative(base)) {
                times(base, normaliser.product(List.of(power, Rationals.write(exponent))));
            } else if (p.filter(k -> !k.isInteger() && k.times(exponent).isInteger())
                    .isPresent()) {
                times(base, Rationals.write(p.get().times(exponent)));
            } else {
                inside.put(base, power);
            }
        });
        var number = radicand.coefficient();
        if (exponent.denominator().equals(BigInteger.TWO)) {
            var square = squareDividing(number);
            coefficient = coefficient.times(square.pow(exponent.numerator().intValueExact()));
            number = number.dividedBy(square.times(square));
        }
        timesRest(new Monomial(number, radicand.decimal(), inside), exponent);
    }

    private void timesRest(Monomial inside, Rational exponent) {
        var written = Rationals.write(exponent);
        if (inside.isNumber()) {
            times(Rationals.write(inside.coefficient()), written);
            return;
        }
        var base = inside.powers().firstKey();
        var power = Rationals.of(inside.exponent(base));
        if (inside.powers().size() > 1 || power.isEmpty()) {
            add(MonomialWriter.write(inside), written);
        } else if (inside.coefficient().isOne() && base instanceof Call call) {
            timesCall(call, power.get().times(exponent));
        } else if (inside.coefficient().isOne()) {
            add(base, Rationals.write(power.get().times(exponent)));
        } else if (base instanceof Sum && power.get().isOne()) {
            add(normaliser.scaled(base, Monomial.number(inside.coefficient())), written);
        } else {
            add(MonomialWriter.write(inside), written);
        }
    }

    /** The largest s such that the number is s² times a whole number without square factors. */
    private static Rational squareDividing(Rational number) {
        var square = BigInteger.ONE;
        var factors = Rationals.factors(number.numerator().abs().multiply(number.denominator()));
        for (var factor : factors.entrySet()) {
            square = square.multiply(factor.getKey().pow(factor.getValue() / 2));
        }
        return new Rational(square, number.denominator());
    }

    private void timesSum(Sum sum, Rational exponent) {
        var content = normaliser.content(sum);
        if (exponent.isInteger()) {
            timesNumber(content.coefficient(), Rationals.write(exponent), Optional.of(exponent));
            decimal |= content.decimal();
            add(content.powers().firstKey(), Rationals.write(exponent));
        } else if (exponent.denominator().equals(BigInteger.TWO)) {
            timesRoot(content, exponent);
        } else {
            add(sum, Rationals.write(exponent));
        }
    }

    private void add(Expression base, Expression exponent) {
        var present = powers.remove(base);
        if (present == null) {
            powers.put(base, exponent);
        } else {
            times(base, normaliser.sum(List.of(present, exponent)));
        }
    }
}
