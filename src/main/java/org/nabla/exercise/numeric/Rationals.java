package org.nabla.exercise.numeric;

import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.Rational;

/** Exact numbers in the forms in which algebra leaves them: 3, −3, 3/4, −3/4. */
public final class Rationals {

    private Rationals() {}

    public static Optional<Rational> of(Expression e) {
        if (e instanceof Expression.Numeral numeral) {
            return Optional.of(numeral.value());
        } else if (e instanceof Expression.Decimal decimal) {
            return Optional.of(Rational.of(decimal.value()));
        } else if (e instanceof Expression.Negation negation) {
            return of(negation.argument()).map(Rational::negate);
        } else if (e instanceof Expression.Quotient quotient) {
            var denominator = of(quotient.denominator()).filter(d -> !d.isZero());
            return of(quotient.numerator()).flatMap(n -> denominator.map(n::dividedBy));
        }
        return Optional.empty();
    }

    /** In the form in which a person writes it. */
    public static Expression write(Rational value) {
        if (value.signum() < 0) {
            return new Expression.Negation(write(value.negate()));
        }
        var numerator = new Expression.Numeral(Rational.of(value.numerator()));
        return value.isInteger()
                ? numerator
                : new Expression.Quotient(numerator, new Expression.Numeral(Rational.of(value.denominator())));
    }
}
