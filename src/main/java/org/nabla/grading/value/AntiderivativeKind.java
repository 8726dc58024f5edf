package org.nabla.grading.value;

import java.util.List;
import java.util.Optional;
import org.nabla.grading.Outcome;
import org.nabla.grading.diagnosis.Probes;
import org.nabla.grading.diagnosis.Ratio;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Entries;
import org.nabla.grading.judging.Formulas;
import org.nabla.grading.judging.Intake;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.KeyRefused;
import org.nabla.grading.judging.Kind;
import org.nabla.grading.judging.LeftSides;
import org.nabla.grading.judging.Remark;
import org.nabla.grading.judging.Trees;
import org.nabla.grading.judging.Types;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Substitution;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.UndifferentiableException;
import org.nabla.math.equivalence.Equivalence.Relationship;

/**
 * {@code antiderivative}: the same up to a constant; in several variables a potential. Option {@code with} names the variables
 * of integration, all declared ones unless it is given; option {@code constant: required} asks for {@code + C}.
 */
public record AntiderivativeKind(Context context, Expression key, List<String> by, boolean constantRequired)
        implements Kind<Expression> {

    private static final String C = "C";

    /** Constants to try, and how far from the value at 1 they are to lead. */
    private static final double[] CONSTANTS = {1e-6, -1e-6, 0.01, -0.01, 0.1, -0.1, 10, -10, 100, -100, 1e6, -1e6};

    private static final double FAR = 4;

    private static final String NOT_EVERYWHERE =
            "This is not defined everywhere where it is asked: does the argument of a logarithm need its absolute value?";

    public static AntiderivativeKind of(Context plain, String field, String value) {
        var context = plain.with(plain.vocabulary().withArbitraryConstant());
        var key = context.formula(
                field, LeftSides.dropOne(value, context.domains().keySet()));
        if (!Trees.isScalar(key)) {
            throw new KeyRefused(field, "One function is needed here.");
        }
        Comparer.requireValue(field, key);
        var by = context.options("with").isEmpty() ? context.names() : context.options("with");
        if (by.isEmpty() || !context.domains().keySet().containsAll(by)) {
            throw new KeyRefused("answer.with", "Name declared variables of integration.");
        }
        var constant = context.option("constant").orElse("welcome");
        if (!List.of("welcome", "required").contains(constant)) {
            throw new KeyRefused("answer.constant", "The constant of integration is welcome or required.");
        }
        return new AntiderivativeKind(context, key, by, constant.equals("required"));
    }

    @Override
    public Intake<Expression> read(String typed) {
        var text = Formulas.tooLong(typed)
                ? typed
                : LeftSides.dropOne(typed, context.domains().keySet());
        return Formulas.read(typed, text, context.vocabulary(), tree -> Types.scalar(tree, "A function"));
    }

    private boolean hasConstant(Expression response) {
        return !context.domains().containsKey(C) && Trees.mentions(response, C);
    }

    @Override
    public Judgement judge(Expression response, Comparer comparer) {
        var domains = new java.util.LinkedHashMap<>(context.domains());
        if (hasConstant(response) || hasConstant(key)) {
            domains.putIfAbsent(C, Domain.REAL);
        }
        var apart = comparer.exact(moving(response), moving(key), domains);
        var judgements = by.stream()
                .map(variable -> apart.relationship() == Relationship.SAME
                        ? Judgement.correct(Comparer.decided(apart))
                        : slope(response, variable, domains, comparer))
                .toList();
        var weights = java.util.Collections.nCopies(by.size(), 1.0);
        var all = Entries.combine(judgements, weights, by::get).with(List.of());
        if (!all.isCorrect()) {
            return all.outcome() == Outcome.PARTIAL ? Judgement.wrong() : all;
        }
        if (undefinedWhereAsked(response)) {
            return Judgement.wrong("domain", NOT_EVERYWHERE);
        }
        if (constantRequired && !depends(response, comparer)) {
            return Judgement.wrong("plus-c", "All antiderivatives are asked: something is missing at the end.");
        }
        if (constantRequired && !reachesBothSides(response)) {
            return Judgement.wrong(
                    "plus-c", "All antiderivatives are asked: this constant does not reach all of them.");
        }
        return all;
    }

    /** Without the terms that are constant: what then is the same needs no derivative. */
    private Expression moving(Expression function) {
        if (function instanceof Sum sum) {
            return Trees.plus(sum.terms().stream()
                    .filter(term -> by.stream().anyMatch(name -> Trees.mentions(term, name)))
                    .toList());
        }
        return function;
    }

    private Judgement slope(
            Expression response, String variable, java.util.Map<String, Domain> domains, Comparer comparer) {
        try {
            var byRule = comparer.exact(Derivative.of(response, variable), Derivative.of(key, variable), domains);
            var found = comparer.slopes(response, key, variable, domains, byRule);
            return switch (found.relationship()) {
                case SAME -> Judgement.correct(Comparer.decided(found));
                case DIFFERENT -> Judgement.wrong();
                case UNKNOWN -> Judgement.undecided();
            };
        } catch (UndifferentiableException noDerivative) {
            return Judgement.undecided();
        }
    }

    /** The derivative of a logarithm is defined on more than the logarithm, so that it does not show the difference. */
    private boolean undefinedWhereAsked(Expression response) {
        var probes = new Probes(context.domains());
        var left = probes.values(Substitution.replace(response, java.util.Map.of(C, Trees.ONE)));
        var right = probes.values(Substitution.replace(key, java.util.Map.of(C, Trees.ONE)));
        for (var i = 0; i < left.length; i++) {
            if (Double.isNaN(left[i]) && Double.isFinite(right[i])) {
                return true;
            }
        }
        return false;
    }

    /** Whether the slopes are the same at all probes at which both have one. */
    private boolean slopesAgree(Expression response) {
        var probes = new Probes(context.domains());
        var seen = 0;
        try {
            for (var variable : by) {
                var left = probes.values(Derivative.of(response, variable));
                var right = probes.values(Derivative.of(key, variable));
                for (var i = 0; i < left.length; i++) {
                    if (Double.isFinite(left[i]) && Double.isFinite(right[i])) {
                        seen++;
                        if (!Ratio.near(left[i], right[i])) {
                            return false;
                        }
                    }
                }
            }
        } catch (UndifferentiableException noDerivative) {
            return false;
        }
        return seen > 0;
    }

    /** Whether the constant makes a difference: {@code x + 0*C} has none. */
    private boolean depends(Expression response, Comparer comparer) {
        if (!hasConstant(response)) {
            return false;
        }
        var first = Substitution.replace(response, java.util.Map.of(C, Trees.number(2)));
        var second = Substitution.replace(response, java.util.Map.of(C, Trees.number(3)));
        return comparer.different(first, second, context.domains());
    }

    /** Whether the constant both raises and lowers the function: {@code C^2} and {@code e^C} do not. */
    private boolean reachesBothSides(Expression response) {
        var names = new java.util.ArrayList<>(context.names());
        names.add(C);
        var function = org.nabla.math.value.Evaluator.of(response, names);
        for (var point : new Probes(context.domains()).points()) {
            var with = java.util.Arrays.copyOf(point, point.length + 1);
            var low = Double.POSITIVE_INFINITY;
            var high = Double.NEGATIVE_INFINITY;
            for (var constant : CONSTANTS) {
                with[point.length] = constant;
                var value = function.at(with);
                low = Double.isNaN(value) ? low : Math.min(low, value);
                high = Double.isNaN(value) ? high : Math.max(high, value);
            }
            with[point.length] = 1;
            var middle = function.at(with);
            if (Double.isFinite(middle)) {
                return low < middle - FAR && high > middle + FAR;
            }
        }
        return true;
    }

    @Override
    public Optional<Remark> diagnose(Expression response, Comparer comparer) {
        if (by.size() == 1 && isSlope(response, by.get(0), comparer)) {
            return Optional.of(new Remark("derivative", "This is the derivative; the other direction is asked."));
        }
        var plain = Substitution.replace(response, java.util.Map.of(C, Trees.ZERO));
        var opposite = new AntiderivativeKind(context, new Negation(key), by, false);
        if (opposite.judge(plain, comparer).isCorrect()) {
            return Optional.of(new Remark("sign", "Check the sign: differentiate your answer to see it."));
        }
        if (undefinedWhereAsked(plain) && slopesAgree(plain)) {
            return Optional.of(new Remark("domain", NOT_EVERYWHERE));
        }
        return Optional.of(new Remark(
                "antiderivative",
                by.size() == 1
                        ? "Differentiate your answer: it does not give the function back."
                        : "Differentiate your answer by each variable: not every component of the field comes back."));
    }

    /** Differentiated once more instead of integrated. */
    private boolean isSlope(Expression response, String variable, Comparer comparer) {
        try {
            var twice = Derivative.of(Derivative.of(key, variable), variable);
            return comparer.same(response, twice, context.domains());
        } catch (UndifferentiableException noDerivative) {
            return false;
        }
    }
}
