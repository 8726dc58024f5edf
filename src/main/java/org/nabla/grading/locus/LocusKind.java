package org.nabla.grading.locus;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Formulas;
import org.nabla.grading.judging.Intake;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.KeyRefused;
import org.nabla.grading.judging.Kind;
import org.nabla.grading.judging.LeftSides;
import org.nabla.grading.judging.Remark;
import org.nabla.grading.judging.Trees;
import org.nabla.grading.locus.Locus.Equations;
import org.nabla.grading.realset.RealSet;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.lexing.Typing;

/**
 * {@code line}, {@code plane} and {@code curve}: the same set of points, by any parametrisation or by equations. The declared
 * variables are the coordinates; option {@code range} says where the parameter of a curve runs, for the key and for a
 * response that says nothing of its own.
 */
public record LocusKind(Context context, Figure figure) implements Kind<Locus> {

    /** What is asked, and how a response is compared with it. */
    interface Figure {
        Judgement judge(Locus response, Comparer comparer);

        /** A mistake that needs no exercise to be recognised. */
        default Optional<Remark> diagnose(Locus response, Comparer comparer) {
            return Optional.empty();
        }

        /** Whether one value may be given for a coordinate, as in {@code f(x, y) = …}. */
        default boolean takesValue() {
            return false;
        }
    }

    public static LocusKind line(Context context, String field, String value) {
        var prepared =
                prepared(context, context.names().size() == 2 || context.names().size() == 3);
        var key = locus(prepared, field, value);
        return key.either(
                        path -> oneOf(path.parameters()).map(parameter -> Line.of(prepared, path)),
                        equations -> inPlane(prepared, equations)
                                .map(zero -> Line.of(prepared, zero)
                                        .orElseThrow(() -> new KeyRefused(field, "This is no equation of a line."))))
                .map(figure -> new LocusKind(prepared, figure))
                .orElseThrow(() -> new KeyRefused(
                        field, "Give a line as a point and a direction, such as (1, 2, 3) + t(4, 5, 6)."));
    }

    /** The one entry of a list; empty for none or several. */
    private static <T> Optional<T> oneOf(List<T> entries) {
        return entries.size() == 1 ? Optional.of(entries.get(0)) : Optional.empty();
    }

    /** What one equation in two coordinates sets to zero. */
    private static Optional<Expression> inPlane(Context context, Equations equations) {
        return context.names().size() == 2 ? oneOf(equations.zero()) : Optional.empty();
    }

    public static LocusKind plane(Context context, String field, String value) {
        var prepared = prepared(context, context.names().size() == 3);
        var key = locus(prepared, field, value);
        return new LocusKind(
                prepared,
                Plane.of(prepared, key)
                        .orElseThrow(
                                () -> new KeyRefused(field, "Give a plane by one equation, or with two parameters.")));
    }

    public static LocusKind curve(Context context, String field, String value) {
        var prepared =
                prepared(context, context.names().size() == 2 || context.names().size() == 3);
        var key = locus(prepared, field, value);
        var range = context.option("range").map(text -> range(prepared, text));
        return key.<Optional<Figure>>either(
                        path -> oneOf(path.parameters())
                                .map(parameter ->
                                        new Curve(prepared, path, path.range().or(() -> range))),
                        equations -> inPlane(prepared, equations).map(zero -> new Contour(prepared, zero, range)))
                .map(figure -> new LocusKind(prepared, figure))
                .orElseThrow(() -> new KeyRefused(field, "Give a curve by one parameter, or by its equation."));
    }

    private static Context prepared(Context context, boolean coordinates) {
        if (!coordinates) {
            throw new KeyRefused("answer.variables", "Declare the coordinates, such as x, y and z.");
        }
        return context.with(context.vocabulary().withFreeParameter().withUnitVectors());
    }

    private static Locus locus(Context context, String field, String value) {
        try {
            return Locus.of(context.formula(field, value), context.names());
        } catch (Formulas.Misfit misfit) {
            throw new KeyRefused(field, String.valueOf(misfit.getMessage()));
        }
    }

    private static RealSet.Piece range(Context context, String text) {
        try {
            var pieces = RealSet.of(context.formula("answer.range", text), "t", Domain.REAL)
                    .pieces();
            if (pieces.size() == 1) {
                return pieces.get(0);
            }
        } catch (Formulas.Misfit misfit) {
            // as below
        }
        throw new KeyRefused("answer.range", "Give the interval of the parameter, such as [0, 2*pi].");
    }

    @Override
    public Intake<Locus> read(String typed) {
        // Before a vector f(x, y) is a name; before one value it stands for a coordinate.
        boolean value = figure.takesValue() && typed.indexOf('=') >= 0 && typed.indexOf(',', typed.indexOf('=')) < 0;
        var text = Formulas.tooLong(typed) || value
                ? Typing.unmarked(typed)
                : LeftSides.dropLeading(typed, Set.copyOf(context.names()));
        return Formulas.read(
                typed,
                text,
                context.vocabulary(),
                tree -> Locus.of(
                        figure.takesValue() ? FreeNames.settled(tree, context.names()) : tree, context.names()));
    }

    @Override
    public Judgement judge(Locus response, Comparer comparer) {
        return response.either(path -> path.parameters().isEmpty(), equations -> false)
                ? Judgement.wrong("point", "This is a single point: a parameter is missing.")
                : figure.judge(response, comparer);
    }

    @Override
    public Optional<Remark> diagnose(Locus response, Comparer comparer) {
        return figure.diagnose(response, comparer);
    }

    /** All letters that occur stand for real numbers. */
    static java.util.Map<String, Domain> reals(List<Expression> expressions) {
        var domains = new java.util.TreeMap<String, Domain>();
        expressions.forEach(e -> Trees.symbols(e).forEach(name -> domains.put(name, Domain.REAL)));
        return domains;
    }
}
