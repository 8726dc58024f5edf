package org.nabla.math.tidy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeSet;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.ExpressionOrder;
import org.nabla.math.Rationals;

/**
 * The order of the terms of a sum as in textbooks: polynomials by falling degree and then by letters ({@code x^2 + 2xy + y^2}),
 * other functions, constants last, among them those with a name before the number, and roots after it.
 */
final class TermOrder implements Comparator<Monomial> {

    static final TermOrder INSTANCE = new TermOrder();

    private TermOrder() {}

    @Override
    public int compare(Monomial a, Monomial b) {
        var byKind = Integer.compare(kind(a), kind(b));
        if (byKind != 0) {
            return byKind;
        }
        var byDegree = b.degree().compareTo(a.degree());
        if (byDegree != 0) {
            return byDegree;
        }
        var byLetters = compareLetters(a, b);
        return byLetters != 0 ? byLetters : compareFactors(a, b);
    }

    private static int kind(Monomial m) {
        if (m.isNumber()) {
            return 3;
        } else if (m.isConstant()) {
            return m.isRadical() ? 4 : 2;
        }
        return m.isPolynomial() ? 0 : 1;
    }

    private static int compareLetters(Monomial a, Monomial b) {
        var letters = new TreeSet<Expression>(ExpressionOrder.INSTANCE);
        letters.addAll(a.powers().keySet());
        letters.addAll(b.powers().keySet());
        for (var base : letters) {
            if (base instanceof Symbol letter) {
                var byExponent = b.degree(letter).compareTo(a.degree(letter));
                if (byExponent != 0) {
                    return byExponent;
                }
            }
        }
        return 0;
    }

    private static int compareFactors(Monomial a, Monomial b) {
        var left = new ArrayList<>(a.powers().entrySet());
        var right = new ArrayList<>(b.powers().entrySet());
        for (var i = 0; i < Math.min(left.size(), right.size()); i++) {
            var byFactor = compareFactor(left.get(i), right.get(i));
            if (byFactor != 0) {
                return byFactor;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int compareFactor(Map.Entry<Expression, Expression> a, Map.Entry<Expression, Expression> b) {
        var byBase = ExpressionOrder.INSTANCE.compare(a.getKey(), b.getKey());
        if (byBase != 0) {
            return byBase;
        }
        var left = Rationals.of(a.getValue());
        var right = Rationals.of(b.getValue());
        return left.isPresent() && right.isPresent()
                ? right.get().compareTo(left.get())
                : ExpressionOrder.INSTANCE.compare(a.getValue(), b.getValue());
    }
}
