package org.nabla.math.tidy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;

/** Writes a sum as a textbook does: in the order of {@link TermOrder}, but rather {@code y − x} than {@code −x + y}. */
public final class SumWriter {

    private SumWriter() {}

    /** @param terms unlike terms, none of them 0 */
    public static Expression write(List<Monomial> terms) {
        if (terms.isEmpty()) {
            return new Numeral(Rational.ZERO);
        }
        var sorted = new ArrayList<>(terms);
        sorted.sort(TermOrder.INSTANCE);
        if (sorted.size() == 1) {
            return MonomialWriter.write(sorted.get(0));
        }
        var denominator = sorted.get(0).coefficient().denominator();
        if (!denominator.equals(BigInteger.ONE)
                && sorted.stream()
                        .allMatch(m -> m.isConstant()
                                && !m.decimal()
                                && m.coefficient().denominator().equals(denominator))) {
            return fraction(sorted, denominator);
        }
        return arrange(sorted.stream().map(MonomialWriter::write).toList());
    }

    /** Numbers over the same denominator are one fraction: {@code (1 + √5)/2}. */
    private static Expression fraction(List<Monomial> sorted, BigInteger denominator) {
        var negative = sorted.stream().allMatch(m -> m.coefficient().signum() < 0);
        var factor = Rational.of(negative ? denominator.negate() : denominator);
        var numerator = arrange(
                sorted.stream().map(m -> MonomialWriter.write(m.times(factor))).toList());
        var quotient = new Quotient(numerator, Rationals.whole(denominator));
        return negative ? new Negation(quotient) : quotient;
    }

    /** The sum with all signs turned round. */
    static Expression negate(Sum sum) {
        return arrange(sum.terms().stream().map(Expression::opposite).toList());
    }

    private static Expression arrange(List<Expression> terms) {
        var positive = terms.stream().filter(term -> !term.isNegated()).toList();
        if (terms.get(0).isNegated()
                && positive.size() == 1
                && (terms.size() == 2 || !positive.get(0).hasSymbol())) {
            var arranged = new ArrayList<>(terms);
            arranged.remove(positive.get(0));
            arranged.add(0, positive.get(0));
            return new Sum(arranged);
        }
        return new Sum(terms);
    }
}
