package org.nabla.project.making;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Step;

/** Whether keys and slips can be told apart in the digits that are asked, cut or rounded. */
final class Distances {
    private static final double UNITS = 3;
    private static final double EXACT = 1e-6;
    /** In units of the last asked digit; rounding errors are far smaller. */
    private static final double EDGE = 1e-6;

    private final List<Step> steps;
    private final Map<String, Integer> blame = new LinkedHashMap<>();

    private record Named(String name, double[] value) {}

    Distances(ProjectPlan plan) {
        steps = plan.steps().stream()
                .filter(step -> step.answer().computed().isPresent()
                        && step.answer().options().isEmpty())
                .toList();
    }

    boolean areClean(Map<String, double[]> values, Map<String, Map<String, double[]>> slips) {
        return steps.stream().allMatch(step -> isClean(step, values, slips));
    }

    private boolean isClean(Step step, Map<String, double[]> values, Map<String, Map<String, double[]>> slips) {
        var name = step.answer().computed().orElseThrow();
        var key = values.get(name);
        if (key == null || !finite(key)) {
            return false;
        }
        if (onEdge(step, key)) {
            blame.merge(step.id() + ": a rounding edge and key", 1, Integer::sum);
            return false;
        }
        var told = new ArrayList<Named>();
        told.add(new Named("key", key));
        for (var mistake : step.mistakes()) {
            var bug = mistake.bug().orElse("");
            var value = slips.getOrDefault(bug, Map.of()).get(name);
            if (value == null || !finite(value)) {
                continue;
            }
            if (onEdge(step, value)) {
                blame.merge(step.id() + ": a rounding edge and " + bug, 1, Integer::sum);
                return false;
            }
            for (var other : told) {
                if (near(step, value, other.value())) {
                    blame.merge(step.id() + ": " + other.name() + " and " + bug, 1, Integer::sum);
                    return false;
                }
            }
            told.add(new Named(bug, value));
        }
        return true;
    }

    /** The pair that most often stood in the way. */
    String blame() {
        return blame.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(e -> e.getKey() + " (" + e.getValue() + " times)")
                .orElse("none: the workshop accepted nothing");
    }

    static boolean finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether an entry lies halfway between two numbers of the digits asked, so that one machine prints it up and another down.
     * What is compared up to a factor has a tolerance of its own.
     */
    private static boolean onEdge(Step step, double[] values) {
        if (step.answer().digits().isEmpty() || step.answer().kind().equals("parallel")) {
            return false;
        }
        for (double value : values) {
            double scaled = Math.abs(value) / unit(value, step.answer().digits().get());
            if (Math.abs(scaled - StrictMath.floor(scaled) - 0.5) < EDGE) {
                return true;
            }
        }
        return false;
    }

    /** In every entry within three units of the last asked digit of the other. */
    private static boolean near(Step step, double[] a, double[] b) {
        if (a.length != b.length) {
            return false;
        }
        boolean parallel = step.answer().kind().equals("parallel");
        var first = parallel ? scaled(a, largest(b)) : a;
        var second = parallel ? scaled(b, largest(b)) : b;
        for (int i = 0; i < first.length; i++) {
            double other = second[i];
            double within =
                    step.answer().digits().map(n -> UNITS * unit(other, n)).orElse(EXACT);
            if (Math.abs(first[i] - second[i]) > within) {
                return false;
            }
        }
        return true;
    }

    private static double unit(double value, int digits) {
        return value == 0
                ? StrictMath.pow(10, -digits)
                : StrictMath.pow(10, StrictMath.floor(StrictMath.log10(Math.abs(value))) - digits + 1);
    }

    private static int largest(double[] values) {
        int at = 0;
        for (int i = 1; i < values.length; i++) {
            if (Math.abs(values[i]) > Math.abs(values[at])) {
                at = i;
            }
        }
        return at;
    }

    private static double[] scaled(double[] values, int by) {
        var scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = values[i] / values[by];
        }
        return scaled;
    }
}
