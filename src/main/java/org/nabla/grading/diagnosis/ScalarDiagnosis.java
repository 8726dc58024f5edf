package org.nabla.grading.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Remark;
import org.nabla.grading.judging.Trees;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.Substitution;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.UndifferentiableException;
import org.nabla.math.writing.LatexWriter;

/** Recognises the usual slips in one value: seen at a few points first, then confirmed as exactly as the key is compared. */
public final class ScalarDiagnosis {

    private static final Set<Function> TURNED = Set.of(Function.SIN, Function.COS, Function.TAN);
    private static final Set<Function> ANGLES =
            Set.of(Function.ARCSIN, Function.ARCCOS, Function.ARCTAN, Function.ATAN2);
    private static final Expression HALF_TURN = new Numeral(Rational.of(180));
    /** Between two numbers nearly every factor is chance; these are not. */
    private static final List<Double> TELLING = List.of(2.0, 0.5, Math.PI, 1 / Math.PI, 2 * Math.PI, 0.5 / Math.PI);

    private final Context context;
    private final Comparer comparer;

    public ScalarDiagnosis(Context context, Comparer comparer) {
        this.context = context;
        this.comparer = comparer;
    }

    public Optional<Remark> of(Expression response, Expression key) {
        var probes = new Probes(context.domains());
        var left = probes.values(response);
        var right = probes.values(key);
        return domain(response, key, left, right)
                .or(() -> degrees(response, key))
                .or(() -> otherVariable(response, probes, left))
                .or(() -> factor(response, key, left, right))
                .or(() -> swapped(response, key, probes, left))
                .or(() -> other(response, key, left, right))
                .or(() -> shift(response, key, left, right))
                .or(() -> new TermDiagnosis(context, comparer).of(response, key, probes))
                .or(() -> rounded(response, left, right));
    }

    /** The same wherever it has a value, but without one on a part of what is asked: {@code ln x + ln y} for {@code ln(xy)}. */
    private Optional<Remark> domain(Expression response, Expression key, double[] left, double[] right) {
        var missing = false;
        for (var i = 0; i < left.length; i++) {
            missing |= !Double.isFinite(left[i]) && Double.isFinite(right[i]);
        }
        return missing && agree(left, right)
                ? Optional.of(new Remark(
                        "domain",
                        new Gaps(context.domains())
                                .between(response, key)
                                .map(at -> "Look at the domain: at " + at
                                        + " your answer has no value, where one is asked for.")
                                .orElse("Look at the domain: your answer is not defined at all the points at which one"
                                        + " is asked for.")))
                : Optional.empty();
    }

    private boolean isNumber(Expression key) {
        return Comparer.isNumber(key);
    }

    private boolean confirmed(Expression response, Expression mistake) {
        return comparer.value(response, mistake, context).isCorrect();
    }

    private Optional<Remark> factor(Expression response, Expression key, double[] left, double[] right) {
        var ratio = Ratio.constant(left, right);
        if (ratio.isEmpty() || Ratio.near(ratio.get(), 1)) {
            return Optional.empty();
        }
        if (Ratio.near(ratio.get(), -1)) {
            return confirmed(response, new Negation(key))
                    ? Optional.of(new Remark("sign", "Only the sign is wrong: follow it through once more."))
                    : Optional.empty();
        }
        if (isNumber(key)
                && (isSmall(right) || TELLING.stream().noneMatch(t -> Ratio.near(Math.abs(ratio.get()), t)))) {
            return Optional.empty();
        }
        return Ratio.recognise(ratio.get())
                .filter(by -> confirmed(response, new Product(List.of(by, key))))
                .map(by -> new Remark(
                        "factor",
                        "Nearly: your answer is off by the constant factor $" + LatexWriter.write(by) + "$."));
    }

    /** Whether the key is a number so plain that the factor would tell it. */
    private static boolean isSmall(double[] key) {
        return key.length > 0 && Ratio.isSmallFraction(key[0]);
    }

    /** Option {@code function} says what was to be differentiated. */
    private Optional<Remark> otherVariable(Expression response, Probes probes, double[] left) {
        if (context.option("function").isEmpty()) {
            return Optional.empty();
        }
        var function =
                context.formula("answer.function", context.option("function").get());
        if (agree(left, probes.values(function)) && confirmed(response, function)) {
            return Optional.of(new Remark("function", "This is the function itself: it was to be differentiated."));
        }
        for (var name : context.names()) {
            try {
                var slope = Derivative.of(function, name);
                if (agree(left, probes.values(slope)) && confirmed(response, slope)) {
                    return Optional.of(new Remark(
                            "variable", "This is the derivative by $" + name + "$: which variable is asked?"));
                }
            } catch (UndifferentiableException noDerivative) {
                // then nobody can have given it as an answer
            }
        }
        return Optional.empty();
    }

    private Optional<Remark> swapped(Expression response, Expression key, Probes probes, double[] left) {
        var names = List.copyOf(context.domains().keySet());
        for (var i = 0; i < names.size(); i++) {
            for (var j = i + 1; j < names.size(); j++) {
                var exchanged = Substitution.replace(key, Trees.exchange(names.get(i), names.get(j)));
                if (!exchanged.equals(key) && agree(left, probes.values(exchanged)) && confirmed(response, exchanged)) {
                    return Optional.of(new Remark(
                            "swapped", "It looks as if " + names.get(i) + " and " + names.get(j) + " were exchanged."));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Remark> other(Expression response, Expression key, double[] left, double[] right) {
        if (holds(left, right, (l, r) -> Ratio.near(l * r, 1))
                && !Ratio.near(Math.abs(right[0]), 1)
                && confirmed(response, new Quotient(Trees.ONE, key))) {
            return Optional.of(new Remark("reciprocal", "This is upside down: look at the reciprocal."));
        }
        var two = new Numeral(Rational.of(2));
        if (holds(left, right, (l, r) -> Ratio.near(l, r * r)) && confirmed(response, new Power(key, two))) {
            return Optional.of(new Remark(
                    "square", "Nearly: look at your last step once more, a power or a root is not in order."));
        }
        if (holds(left, right, (l, r) -> l > 0 && Ratio.near(l * l, r))
                && confirmed(response, new Call(Function.SQRT, key))) {
            return Optional.of(
                    new Remark("root", "Nearly: look at your last step once more, a power or a root is not in order."));
        }
        return Optional.empty();
    }

    private Optional<Remark> shift(Expression response, Expression key, double[] left, double[] right) {
        var difference = new double[left.length];
        for (var i = 0; i < left.length; i++) {
            difference[i] = left[i] - right[i];
        }
        var one = new double[left.length];
        java.util.Arrays.fill(one, 1);
        if (isNumber(key) || isNumber(response)) {
            return Optional.empty();
        }
        return Ratio.constant(difference, one)
                .flatMap(Ratio::recognise)
                .filter(by -> confirmed(response, Trees.plus(List.of(key, by))))
                .map(by -> new Remark("constant", "Only a constant is wrong: look at the terms without variables."));
    }

    /** Right in a calculator that is set to degrees. */
    private Optional<Remark> degrees(Expression response, Expression key) {
        if (!isNumber(key) || !isNumber(response)) {
            return Optional.empty();
        }
        var angle =
                Trees.contains(key, e -> e == Constant.PI || e instanceof Call call && ANGLES.contains(call.function()))
                        && confirmed(response, new Product(List.of(key, new Quotient(HALF_TURN, Constant.PI))));
        var turned = Trees.hasDecimal(response)
                && Trees.contains(key, e -> e instanceof Call call && TURNED.contains(call.function()))
                && confirmed(response, inDegrees(key));
        return angle || turned
                ? Optional.of(new Remark("degrees", "This comes out with angles in degrees; radians are meant."))
                : Optional.empty();
    }

    private static Expression inDegrees(Expression e) {
        var inner = e.map(ScalarDiagnosis::inDegrees);
        return inner instanceof Call call && TURNED.contains(call.function())
                ? new Call(
                        call.function(),
                        new Quotient(new Product(List.of(call.arguments().get(0), Constant.PI)), HALF_TURN))
                : inner;
    }

    private Optional<Remark> rounded(Expression response, double[] left, double[] right) {
        if (!Trees.hasDecimal(response) || isNumber(response)) {
            return Optional.empty();
        }
        return holds(left, right, (l, r) -> Math.abs(l - r) <= 0.01 * Math.abs(r))
                ? Optional.of(new Remark(
                        "rounding", "A rounded decimal is not exact in a formula: write a fraction or a root instead."))
                : Optional.empty();
    }

    private interface Test {
        public boolean of(double left, double right);
    }

    private static boolean agree(double[] left, double[] right) {
        return holds(left, right, Ratio::near);
    }

    /** Whether it holds wherever both are defined, and somewhere. */
    private static boolean holds(double[] left, double[] right, Test test) {
        var seen = 0;
        for (var i = 0; i < left.length; i++) {
            if (Double.isFinite(left[i]) && Double.isFinite(right[i])) {
                if (!test.of(left[i], right[i])) {
                    return false;
                }
                seen++;
            }
        }
        return seen > 0;
    }
}
