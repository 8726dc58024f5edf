package org.nabla.exercise.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import org.nabla.exercise.numeric.Difference;
import org.nabla.exercise.numeric.Numeric;
import org.nabla.exercise.numeric.Numerics;
import org.nabla.exercise.space.LevelSurface;
import org.nabla.exercise.template.FigurePlan;
import org.nabla.exercise.template.Formula;
import org.nabla.math.Expression;

/** The formulas of a figure in space as functions of numbers. */
final class SpaceValues {
    private static final int CURVE = 96;

    /** So often the clock is looked at: a look costs as much as some values. */
    private static final int LOOK = 64;

    private final NameScope scope;
    private final List<String> axes;
    private final Numerics numerics = new Numerics();
    private int evaluated;

    SpaceValues(NameScope scope, List<String> axes) {
        this.scope = scope;
        this.axes = axes;
    }

    double number(Formula formula) {
        return Numerics.value(scope.value(formula), Map.of()).number();
    }

    private Numeric value(Expression e, Map<String, Numeric> letters, Formula formula) {
        if (evaluated++ % LOOK == 0) {
            scope.hurry(formula);
        }
        return numerics.evaluate(e, letters);
    }

    double[] point(Formula formula) {
        return three(Numerics.value(scope.value(formula), Map.of()), formula);
    }

    private double[] three(Numeric value, Formula formula) {
        var entries = value.entries();
        if (entries.length != 3) {
            throw scope.broken(formula, "for the figure: expected three coordinates, such as (1, 2, 3)");
        }
        return entries;
    }

    /** A point in terms of the letters of the axes. */
    interface Field {
        double[] at(double[] p);
    }

    Field field(Formula formula) {
        var e = scope.bounded(formula);
        return p -> three(value(e, at(p), formula), formula);
    }

    /** In terms of two of its letters. */
    interface OfTwo {
        double[] at(double first, double second);
    }

    OfTwo point(Formula formula, String first, String second) {
        var e = scope.bounded(formula);
        return (u, v) -> three(value(e, Map.of(first, Numeric.of(u), second, Numeric.of(v)), formula), formula);
    }

    /** A number in terms of letters that are known by then. */
    interface Bound {
        double at(Map<String, Numeric> letters);
    }

    Bound bound(Formula formula) {
        var e = scope.bounded(formula);
        return letters -> value(e, letters, formula).number();
    }

    /** What is zero where the equation holds. */
    LevelSurface.Function difference(Formula equation) {
        var difference = Difference.ofEquation(scope.bounded(equation))
                .orElseThrow(() -> scope.broken(equation, "expected an equation with one equals sign"));
        return (x, y, z) ->
                value(difference, at(new double[] {x, y, z}), equation).number();
    }

    DoubleBinaryOperator graph(Formula formula) {
        var f = numerics.function(scope.bounded(formula), axes.get(0), axes.get(1));
        return (x, y) -> {
            if (evaluated++ % LOOK == 0) {
                scope.hurry(formula);
            }
            return f.applyAsDouble(x, y);
        };
    }

    private Map<String, Numeric> at(double[] p) {
        var at = new HashMap<String, Numeric>();
        for (int i = 0; i < 3; i++) {
            at.put(axes.get(i), Numeric.of(p[i]));
        }
        return at;
    }

    /** A curve over its parameter from 0 to 1. */
    record Curve(DoubleFunction<double[]> place) {
        double[] at(double part) {
            return place.apply(part);
        }

        List<double[]> points() {
            var points = new ArrayList<double[]>();
            for (int i = 0; i <= CURVE; i++) {
                points.add(at((double) i / CURVE));
            }
            return points;
        }
    }

    Curve curve(FigurePlan.Layer layer) {
        var e = scope.bounded(layer.formulas().get(0));
        double from = number(layer.formulas().get(1));
        double to = number(layer.formulas().get(2));
        var letter = layer.letter().orElseThrow();
        return new Curve(part -> three(
                value(
                        e,
                        Map.of(letter, Numeric.of(from + (to - from) * part)),
                        layer.formulas().get(0)),
                layer.formulas().get(0)));
    }
}
