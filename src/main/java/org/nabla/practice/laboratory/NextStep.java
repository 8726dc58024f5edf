package org.nabla.practice.laboratory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.exercise.Exercise;
import org.nabla.grading.AnswerSpec;
import org.nabla.math.Expression;
import org.nabla.math.Substitution;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.tidy.Tidy;
import org.nabla.math.value.Evaluator;
import org.nabla.math.writing.LatexWriter;
import org.nabla.math.writing.TextWriter;

/**
 * The exercise that starts from what is on the screen: the gradient at a point of the path, and the step that follows from
 * it. The numbers are rounded so that they can be worked with on paper, and from then on everything is exact.
 *
 * @param prompt prose
 */
record NextStep(int from, String prompt, List<Exercise.Part> parts, List<String> solution) {
    private static final double FARTHEST = 100;

    /** From that step of the path; empty where there is nothing to compute: at a minimum, or far away. */
    static Optional<NextStep> of(Settings.Values values, Descent descent, int from) {
        return descent.steps().stream()
                .filter(step -> step.number() == from)
                .filter(step -> Math.hypot(step.x(), step.y()) < FARTHEST
                        && values.rate().signum() > 0)
                .findFirst()
                .flatMap(step -> new Maker(values, step).make());
    }

    /** Whether an exercise can start from that step. */
    static boolean startsFrom(Descent.Step step) {
        return Math.hypot(step.x(), step.y()) < FARTHEST && step.steepness() > 0.01;
    }

    private static final class Maker {
        private final Settings.Values values;
        private final int number;
        private final BigDecimal x;
        private final BigDecimal y;
        private final BigDecimal vx;
        private final BigDecimal vy;

        Maker(Settings.Values values, Descent.Step step) {
            this.values = values;
            this.number = step.number();
            this.x = rounded(step.x());
            this.y = rounded(step.y());
            this.vx = rounded(step.vx());
            this.vy = rounded(step.vy());
        }

        private static BigDecimal rounded(double value) {
            var one = new BigDecimal(value).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
            return one.signum() == 0 ? BigDecimal.ZERO : one.scale() < 0 ? one.setScale(0) : one;
        }

        Optional<NextStep> make() {
            var gradientX = gradient(values.loss().byX());
            var gradientY = gradient(values.loss().byY());
            if (gradientX.isEmpty() || gradientY.isEmpty()) {
                return Optional.empty();
            }
            var gx = gradientX.get();
            var gy = gradientY.get();
            if (gx.equals("0") && gy.equals("0")) {
                return Optional.empty();
            }
            var gradient = part(
                    "gradient", "The gradient at $%s$ is".formatted(tex(x, y)), pair(gx, gy), gradientMistakes(gx, gy));
            var next = part("next", "The next point is", pair(next(x, vx, gx), next(y, vy, gy)), stepMistakes(gx, gy));
            return Optional.of(new NextStep(number, prompt(), List.of(gradient, next), solution(gx, gy)));
        }

        private boolean pushed() {
            return values.momentum().signum() > 0 && (vx.signum() != 0 || vy.signum() != 0);
        }

        private String prompt() {
            var rate = values.rate().stripTrailingZeros().toPlainString();
            var from = "You are at $%s$ on the surface $f(x, y) = %s$, and the learning rate is $%s$."
                    .formatted(tex(x, y), values.loss().latex(), rate);
            return pushed()
                    ? from
                            + " The momentum is $%s$, and the last step was $%s$. Compute the gradient here and the point after the next step."
                                    .formatted(
                                            values.momentum()
                                                    .stripTrailingZeros()
                                                    .toPlainString(),
                                            tex(vx, vy))
                    : from + " Compute the gradient here and the point after the next step.";
        }

        private String next(BigDecimal at, BigDecimal velocity, String gradient) {
            var plain =
                    "%s - %s*(%s)".formatted(at.toPlainString(), values.rate().toPlainString(), gradient);
            return pushed()
                    ? plain + " + %s*(%s)".formatted(values.momentum().toPlainString(), velocity.toPlainString())
                    : plain;
        }

        private List<AnswerSpec.Mistake> gradientMistakes(String gx, String gy) {
            return List.of(
                    new AnswerSpec.Mistake(
                            pair(gy, gx),
                            "The two partial derivatives are right, in the wrong order. The one with respect to $x$ comes first."),
                    new AnswerSpec.Mistake(
                            pair("-(" + gx + ")", "-(" + gy + ")"),
                            "This is the direction of steepest descent. The gradient itself points uphill."));
        }

        private List<AnswerSpec.Mistake> stepMistakes(String gx, String gy) {
            var rate = values.rate().toPlainString();
            var mistakes = new ArrayList<AnswerSpec.Mistake>();
            mistakes.add(mistake(
                    "%s + " + rate + "*(%s)", gx, gy, "This climbs: the step goes against the gradient. Subtract it."));
            mistakes.add(mistake(
                    "%s - (%s)",
                    gx, gy, "The whole gradient is too far a step. Multiply it by the learning rate first."));
            mistakes.add(new AnswerSpec.Mistake(
                    pair("-" + rate + "*(" + gx + ")", "-" + rate + "*(" + gy + ")"),
                    "This is the step itself. Add it to the point at which you are."));
            if (pushed()) {
                mistakes.add(mistake(
                        "%s - " + rate + "*(%s)",
                        gx,
                        gy,
                        "You left out the momentum: a share of the last step is added to this one."));
            }
            return mistakes;
        }

        private AnswerSpec.Mistake mistake(String form, String gx, String gy, String feedback) {
            return new AnswerSpec.Mistake(
                    pair(form.formatted(x.toPlainString(), gx), form.formatted(y.toPlainString(), gy)), feedback);
        }

        private List<String> solution(String gx, String gy) {
            var steps = new ArrayList<String>();
            steps.add(
                    "The partial derivatives are $\\frac{\\partial f}{\\partial x} = %s$ and $\\frac{\\partial f}{\\partial y} = %s$."
                            .formatted(
                                    latex(values.loss().byX()),
                                    latex(values.loss().byY())));
            steps.add("At $%s$ the gradient is $(%s, %s)$.".formatted(tex(x, y), texOf(gx), texOf(gy)));
            var rate = values.rate().stripTrailingZeros().toPlainString();
            steps.add(
                    pushed()
                            ? "The step is $%s \\cdot %s - %s \\cdot (%s, %s)$: a share of the last one, less the rate times the gradient."
                                    .formatted(
                                            values.momentum()
                                                    .stripTrailingZeros()
                                                    .toPlainString(),
                                            tex(vx, vy),
                                            rate,
                                            texOf(gx),
                                            texOf(gy))
                            : "The step is $-%s \\cdot (%s, %s)$.".formatted(rate, texOf(gx), texOf(gy)));
            steps.add("So the next point is $(%s, %s)$.".formatted(texOf(next(x, vx, gx)), texOf(next(y, vy, gy))));
            return steps;
        }

        /** One part; three digits are enough, and any exact form is right. */
        private static Exercise.Part part(String id, String label, String value, List<AnswerSpec.Mistake> mistakes) {
            return Exercise.Part.of(
                    id,
                    label,
                    new AnswerSpec(
                            id.equals("next") ? "point" : "vector",
                            List.of(value),
                            Map.of(),
                            Map.of("decimals", List.of("3")),
                            mistakes));
        }

        /** Its exact value at the rounded point, in the input language; empty where there is none. */
        private Optional<String> gradient(Expression derivative) {
            var at = new LinkedHashMap<String, Expression>();
            at.put("x", number(x.toPlainString()));
            at.put("y", number(y.toPlainString()));
            try {
                return Optional.of(TextWriter.write(Tidy.tidy(Substitution.replace(derivative, at))));
            } catch (ArithmeticException e) {
                return Optional.empty();
            }
        }

        private static Expression number(String text) {
            return ExpressionParser.parse(text, Vocabulary.NUMBERS).tree().orElseThrow();
        }

        private static String pair(String a, String b) {
            return "(" + a + ", " + b + ")";
        }

        private static String tex(BigDecimal a, BigDecimal b) {
            return "(" + a.toPlainString() + ", " + b.toPlainString() + ")";
        }

        private static String latex(Expression e) {
            return LatexWriter.write(Tidy.tidy(e));
        }

        /** A number as it is read most easily: a short decimal where it is one, else four digits after "about". */
        private static String texOf(String formula) {
            var value = Evaluator.of(number(formula), List.of()).at();
            var decimal =
                    new BigDecimal(value).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
            return decimal.signum() == 0
                    ? "0"
                    : decimal.scale() <= 5
                            ? decimal.toPlainString()
                            : new BigDecimal(value).round(new MathContext(4)).toPlainString();
        }
    }
}
