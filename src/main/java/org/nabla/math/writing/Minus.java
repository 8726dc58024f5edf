package org.nabla.math.writing;

import java.util.ArrayList;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.PartialVisitor;

/** What is written with a leading minus: negations, and negative numbers that algebra put in front of a term. */
public final class Minus implements PartialVisitor<Optional<Expression>> {
    private static final Minus MINUS = new Minus();

    private Minus() {}

    /** What stands behind the minus, if there is one: {@code 3x} for {@code -3x}. */
    public static Optional<Expression> behind(Expression e) {
        return e.accept(MINUS);
    }

    @Override
    public Optional<Expression> otherwise(Expression e) {
        return Optional.empty();
    }

    @Override
    public Optional<Expression> negation(Negation negation) {
        return Optional.of(negation.argument());
    }

    @Override
    public Optional<Expression> numeral(Numeral numeral) {
        return numeral.isNegativeNumber()
                ? Optional.of(new Numeral(numeral.value().negate()))
                : Optional.empty();
    }

    @Override
    public Optional<Expression> decimal(Decimal decimal) {
        return decimal.isNegativeNumber()
                ? Optional.of(new Decimal(decimal.value().negate()))
                : Optional.empty();
    }

    @Override
    public Optional<Expression> product(Product product) {
        if (!product.factors().get(0).isNegativeNumber()) {
            return Optional.empty();
        }
        var factors = new ArrayList<>(product.factors());
        factors.set(0, behind(factors.get(0)).orElseThrow());
        return Optional.of(new Product(factors));
    }

    @Override
    public Optional<Expression> quotient(Quotient quotient) {
        return quotient.numerator().isNegativeNumber()
                ? Optional.of(new Quotient(behind(quotient.numerator()).orElseThrow(), quotient.denominator()))
                : Optional.empty();
    }
}
