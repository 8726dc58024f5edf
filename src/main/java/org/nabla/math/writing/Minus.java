package org.nabla.math.writing;

import java.util.ArrayList;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;

/** What is written with a leading minus: negations, and negative numbers that algebra put in front of a term. */
public final class Minus {
    private Minus() {}

    /** What stands behind the minus, if there is one: {@code 3x} for {@code -3x}. */
    public static Optional<Expression> behind(Expression e) {
        if (e instanceof Negation n) {
            return Optional.of(n.argument());
        } else if (e instanceof Numeral n && n.value().signum() < 0) {
            return Optional.of(new Numeral(n.value().negate()));
        } else if (e instanceof Decimal d && d.value().signum() < 0) {
            return Optional.of(new Decimal(d.value().negate()));
        } else if (e instanceof Product p && isNegativeNumber(p.factors().get(0))) {
            var factors = new ArrayList<>(p.factors());
            factors.set(0, behind(factors.get(0)).orElseThrow());
            return Optional.of(new Product(factors));
        } else if (e instanceof Quotient q && isNegativeNumber(q.numerator())) {
            return Optional.of(new Quotient(behind(q.numerator()).orElseThrow(), q.denominator()));
        }
        return Optional.empty();
    }

    private static boolean isNegativeNumber(Expression e) {
        return e instanceof Numeral n && n.value().signum() < 0
                || e instanceof Decimal d && d.value().signum() < 0;
    }
}
