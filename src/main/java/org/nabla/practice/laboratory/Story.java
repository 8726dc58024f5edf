package org.nabla.practice.laboratory;

import java.util.Optional;

/** What happened, in words. */
final class Story {
    /** A gradient shorter than this moves the point no more than the eye can see. */
    private static final double NEARLY = 0.01;

    private final Settings.Values values;
    private final Descent descent;

    Story(Settings.Values values, Descent descent) {
        this.values = values;
        this.descent = descent;
    }

    /** The end of it in a word, for the tone of the page: {@code settled}, {@code going}, {@code diverged}. */
    String tone() {
        return switch (descent.end()) {
            case SETTLED -> "settled";
            case GOING -> descent.rises() * 2 > descent.steps().size() && grew() ? "diverged" : "going";
            case DIVERGED, NOWHERE -> "diverged";
        };
    }

    private boolean grew() {
        return descent.last().loss() > descent.steps().get(0).loss();
    }

    String sentence() {
        if (descent.isEmpty()) {
            return "The loss has no value at the start. Start somewhere else.";
        }
        var first = descent.steps().get(0);
        var last = descent.last();
        var fall = "from %s to %s".formatted(Numerals.of(first.loss()), Numerals.of(last.loss()));
        return switch (descent.end()) {
            case SETTLED ->
                "It settles: after %s the gradient is zero to six decimals, at %s with loss %s.%s"
                        .formatted(
                                steps(last.number()),
                                Numerals.pair(last.x(), last.y()),
                                Numerals.of(last.loss()),
                                rises());
            case DIVERGED ->
                "It diverges: after %s the point is %s and the loss %s. There is no use in going on."
                        .formatted(steps(last.number()), Numerals.pair(last.x(), last.y()), Numerals.of(last.loss()));
            case NOWHERE ->
                "It runs out of the world: after %s it comes where the loss has no value."
                        .formatted(steps(last.number() + 1));
            case GOING ->
                last.steepness() < NEARLY && !grew()
                        ? "It has all but settled: after %s the gradient is only %s long, at %s with loss %s.%s"
                                .formatted(
                                        steps(last.number()),
                                        Numerals.of(last.steepness()),
                                        Numerals.pair(last.x(), last.y()),
                                        Numerals.of(last.loss()),
                                        rises())
                        : tone().equals("diverged")
                                ? "It moves away: in %s the loss rose %s.".formatted(steps(last.number()), fall)
                                : "It is still on its way: in %s the loss %s %s, and the gradient is still %s long.%s"
                                        .formatted(
                                                steps(last.number()),
                                                grew() ? "rose" : "fell",
                                                fall,
                                                Numerals.of(last.steepness()),
                                                rises());
        };
    }

    private String rises() {
        var rises = descent.rises();
        return rises == 0
                ? ""
                : " On the way the loss rose %s."
                        .formatted(rises == 1 ? "once" : rises == 2 ? "twice" : rises + " times");
    }

    private static String steps(int count) {
        return count == 1 ? "1 step" : count + " steps";
    }

    /** The bound on the rate, where there is one for the whole function; prose. */
    Optional<String> bound() {
        var curvature = values.loss().constantCurvature();
        if (curvature.isEmpty() || !(curvature.getAsDouble() > 1e-9)) {
            return Optional.empty();
        }
        var steepest = curvature.getAsDouble();
        // With momentum b the bound of the quadratic function is 2(1 + b)/L.
        var bound = 2 * (1 + values.momentum().doubleValue()) / steepest;
        return Optional.of(
                "This loss is quadratic, and its largest curvature is $%s$. With this momentum, rates below $%s$ settle along that direction, and rates above it overshoot farther each time."
                        .formatted(latex(steepest), latex(bound)));
    }

    private static String latex(double value) {
        return Numerals.of(value).replace("−", "-");
    }

    /** For those who do not see the picture. */
    String alternative() {
        if (descent.isEmpty()) {
            return "Contours of the loss.";
        }
        var first = descent.steps().get(0);
        var outside = descent.steps().stream()
                .filter(step -> Math.abs(step.x()) > values.reach() || Math.abs(step.y()) > values.reach())
                .findFirst();
        return "Level curves of $f(x, y) = %s$ with the path of gradient descent from %s. %s%s"
                .formatted(
                        values.loss().latex(),
                        Numerals.pair(first.x(), first.y()),
                        sentence(),
                        outside.map(step -> " It leaves the picture with step " + step.number() + ".")
                                .orElse(""));
    }
}
