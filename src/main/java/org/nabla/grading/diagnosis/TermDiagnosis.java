package org.nabla.grading.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Remark;
import org.nabla.grading.judging.Trees;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Rational;

/**
 * Recognises a sum in which one term went wrong, by its sign, its coefficient or because it was forgotten, and brackets that
 * were multiplied out by half. Which term it is remains for the learner to find.
 */
final class TermDiagnosis {

    /** In longer sums nearly any difference is some multiple of some term. */
    private static final int MOST_TERMS = 8;

    private final Context context;
    private final Comparer comparer;

    TermDiagnosis(Context context, Comparer comparer) {
        this.context = context;
        this.comparer = comparer;
    }

    Optional<Remark> of(Expression response, Expression key, Probes probes) {
        return Comparer.isNumber(key)
                ? Optional.empty()
                : oneTerm(response, key, probes).or(() -> brackets(response, key, probes));
    }

    private Optional<Remark> oneTerm(Expression response, Expression key, Probes probes) {
        var terms = terms(key);
        if (terms.size() < 2 || terms.size() > MOST_TERMS) {
            return Optional.empty();
        }
        var difference = probes.values(Trees.minus(response, key));
        for (var i = 0; i < terms.size(); i++) {
            var index = i;
            var remark = Ratio.constant(difference, probes.values(terms.get(i)))
                    .flatMap(ratio -> remark(ratio + 1, response, terms, index));
            if (remark.isPresent()) {
                return remark;
            }
        }
        return Optional.empty();
    }

    /** @param factor what the term at the index seems to be multiplied by */
    private Optional<Remark> remark(double factor, Expression response, List<Expression> terms, int index) {
        if (Math.abs(factor) < 1e-9) {
            return Optional.of(new Remark("missing-term", "So far this is right: a term is missing."))
                    .filter(r -> isConfirmed(response, replaced(terms, index, Trees.ZERO)));
        }
        if (Ratio.near(factor, -1)) {
            return Optional.of(new Remark("term-sign", "Nearly: one term has the wrong sign."))
                    .filter(r -> isConfirmed(response, replaced(terms, index, new Negation(terms.get(index)))));
        }
        return Ratio.recognise(factor)
                .filter(by -> isConfirmed(response, replaced(terms, index, Trees.times(by, terms.get(index)))))
                .map(by -> new Remark("coefficient", "Nearly: one term is off by a constant factor."));
    }

    private Optional<Remark> brackets(Expression response, Expression key, Probes probes) {
        var left = probes.values(response);
        return halfDone(key).stream()
                .filter(slip -> Ratio.constant(left, probes.values(slip))
                        .filter(ratio -> Ratio.near(ratio, 1))
                        .isPresent())
                .filter(slip -> isConfirmed(response, slip))
                .findFirst()
                .map(slip -> new Remark(
                        "brackets",
                        key instanceof Power
                                ? "The power of a sum is not the sum of the powers: multiply the brackets out."
                                : "What stands before a bracket multiplies every term in it."));
    }

    /** The usual results of multiplying out too little: only one term, or all but one, or powers term by term. */
    private static List<Expression> halfDone(Expression key) {
        var slips = new ArrayList<Expression>();
        if (key instanceof Power power && power.base() instanceof Sum sum && isWhole(power.exponent())) {
            slips.add(new Sum(sum.terms().stream()
                    .map(term -> (Expression) new Power(term, power.exponent()))
                    .toList()));
        }
        if (key instanceof Product product) {
            for (var i = 0; i < product.factors().size(); i++) {
                if (product.factors().get(i) instanceof Sum sum && sum.terms().size() <= MOST_TERMS) {
                    var rest = without(product.factors(), i);
                    for (var j = 0; j < sum.terms().size(); j++) {
                        slips.add(replaced(
                                sum.terms(), j, Trees.times(rest, sum.terms().get(j))));
                    }
                }
            }
        }
        return slips;
    }

    private static boolean isWhole(Expression exponent) {
        return exponent instanceof Numeral numeral
                && numeral.value().isInteger()
                && numeral.value().compareTo(Rational.ONE) > 0;
    }

    /** The terms of a sum; a sign or a factor before the brackets belongs to each of them. */
    private static List<Expression> terms(Expression key) {
        if (key instanceof Sum sum) {
            return sum.terms();
        }
        if (key instanceof Negation negation) {
            return terms(negation.argument()).stream()
                    .map(term -> (Expression) new Negation(term))
                    .toList();
        }
        if (key instanceof Product product) {
            for (var i = 0; i < product.factors().size(); i++) {
                if (product.factors().get(i) instanceof Sum sum) {
                    var rest = without(product.factors(), i);
                    return sum.terms().stream()
                            .map(term -> Trees.times(rest, term))
                            .toList();
                }
            }
        }
        return List.of(key);
    }

    /** The product of all factors but one. */
    private static Expression without(List<Expression> factors, int index) {
        var others = new ArrayList<>(factors);
        others.remove(index);
        return others.size() == 1 ? others.get(0) : new Product(others);
    }

    private static Expression replaced(List<Expression> terms, int index, Expression by) {
        var changed = new ArrayList<>(terms);
        changed.set(index, by);
        return Trees.plus(changed);
    }

    private boolean isConfirmed(Expression response, Expression slip) {
        return comparer.value(response, slip, context).isCorrect();
    }
}
