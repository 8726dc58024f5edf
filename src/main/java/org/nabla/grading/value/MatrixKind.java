package org.nabla.grading.value;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nabla.grading.diagnosis.TupleDiagnosis;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Entries;
import org.nabla.grading.judging.Formulas;
import org.nabla.grading.judging.Formulas.Misfit;
import org.nabla.grading.judging.Intake;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.KeyRefused;
import org.nabla.grading.judging.Kind;
import org.nabla.grading.judging.LeftSides;
import org.nabla.grading.judging.Matrices;
import org.nabla.grading.judging.Precision;
import org.nabla.grading.judging.Remark;
import org.nabla.grading.judging.Trees;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Tuple;

/** {@code matrix}: equal entry by entry; as a response, its rows. */
public record MatrixKind(Context context, List<List<Expression>> key, List<Double> weights)
        implements Kind<List<List<Expression>>> {

    public static MatrixKind of(Context context, String field, String value) {
        Precision.of(context);
        var key = Matrices.rows(context.formula(field, LeftSides.dropOne(value, Set.of())))
                .orElseThrow(() -> new KeyRefused(field, "A matrix is needed here, such as [1, 2; 3, 4]."));
        return new MatrixKind(
                context, key, Entries.weights(context, key.size() * key.get(0).size()));
    }

    @Override
    public Intake<List<List<Expression>>> read(String typed) {
        var text = Formulas.tooLong(typed) ? typed : LeftSides.dropOne(typed, Set.of());
        return Formulas.read(typed, text, context.vocabulary(), this::shape);
    }

    private List<List<Expression>> shape(Expression tree) {
        var asked = "A matrix with " + count(key.size(), "row") + " and " + count(columns(), "column")
                + " is asked: type " + example() + ".";
        var rows = Matrices.rows(tree)
                .map(given -> tree instanceof Tuple && columns() == 1 && given.size() == 1
                        ? Matrices.transposed(given)
                        : given)
                .or(() -> key.size() * columns() == 1 && Trees.isScalar(tree)
                        ? Optional.of(List.of(List.of(tree)))
                        : Optional.empty())
                .orElseThrow(() -> new Misfit(asked));
        if (!Matrices.sameSize(rows, key)) {
            throw new Misfit("This has " + count(rows.size(), "row") + " and "
                    + count(rows.get(0).size(), "column") + ". " + asked);
        }
        return rows;
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private int columns() {
        return key.get(0).size();
    }

    private String example() {
        return IntStream.range(0, key.size())
                .mapToObj(row -> IntStream.range(0, columns())
                        .mapToObj(column -> String.valueOf(row * columns() + column + 1))
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; ", "[", "]"));
    }

    @Override
    public Judgement judge(List<List<Expression>> response, Comparer comparer) {
        var given = flat(response);
        var asked = flat(key);
        var judgements = IntStream.range(0, asked.size())
                .mapToObj(i -> comparer.value(given.get(i), asked.get(i), context))
                .toList();
        return Entries.combine(judgements, weights, this::label);
    }

    private String label(int index) {
        return "row " + (index / columns() + 1) + ", column " + (index % columns() + 1);
    }

    private static List<Expression> flat(List<List<Expression>> rows) {
        return rows.stream().flatMap(List::stream).toList();
    }

    @Override
    public Optional<Remark> diagnose(List<List<Expression>> response, Comparer comparer) {
        if (key.size() == columns() && key.size() > 1) {
            var transposed = new MatrixKind(context, Matrices.transposed(key), weights);
            if (transposed.judge(response, comparer).isCorrect()) {
                return Optional.of(new Remark("transposed", "Rows and columns are exchanged: this is the transpose."));
            }
        }
        return new TupleDiagnosis(context, comparer)
                .of(flat(response), flat(key))
                .map(remark -> remark.word().equals("swapped")
                        ? new Remark("swapped", "Two entries are exchanged: look at their places.")
                        : remark);
    }
}
