package org.nabla.grading.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Remark;
import org.nabla.grading.judging.Trees;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Product;
import org.nabla.math.writing.LatexWriter;

/** Recognises the usual slips in several entries: exchanged ones, a sign, a common factor. */
public final class TupleDiagnosis {

    private final Context context;
    private final Comparer comparer;

    public TupleDiagnosis(Context context, Comparer comparer) {
        this.context = context;
        this.comparer = comparer;
    }

    public Optional<Remark> of(List<Expression> response, List<Expression> key) {
        var wrong = IntStream.range(0, key.size())
                .filter(i -> !right(response.get(i), key.get(i)))
                .boxed()
                .toList();
        return swapped(response, key, wrong)
                .or(() -> opposite(response, key, wrong))
                .or(() -> factor(response, key))
                .or(() -> single(response, key, wrong));
    }

    private boolean right(Expression response, Expression key) {
        return comparer.value(response, key, context).isCorrect();
    }

    private Optional<Remark> swapped(List<Expression> response, List<Expression> key, List<Integer> wrong) {
        if (wrong.size() != 2) {
            return Optional.empty();
        }
        var i = wrong.get(0);
        var j = wrong.get(1);
        if (!right(response.get(i), key.get(j)) || !right(response.get(j), key.get(i))) {
            return Optional.empty();
        }
        return Optional.of(new Remark(
                "swapped", "The entries " + (i + 1) + " and " + (j + 1) + " are exchanged: look at their order."));
    }

    private Optional<Remark> opposite(List<Expression> response, List<Expression> key, List<Integer> wrong) {
        if (wrong.isEmpty() || !wrong.stream().allMatch(i -> right(response.get(i), new Negation(key.get(i))))) {
            return Optional.empty();
        }
        var zeros = key.stream().filter(Trees::isZero).count();
        if (wrong.size() == key.size() - zeros && wrong.size() > 1) {
            return Optional.of(new Remark(
                    "sign",
                    isVector()
                            ? "All signs are the wrong way round: this points in the opposite direction."
                            : "All signs are the wrong way round."));
        }
        return Optional.of(
                wrong.size() == 1
                        ? new Remark("sign", "Check the sign of entry " + (wrong.get(0) + 1) + ".")
                        : new Remark("sign", "Check the signs: more than one is the wrong way round."));
    }

    private Optional<Remark> factor(List<Expression> response, List<Expression> key) {
        var probes = new Probes(context.domains());
        var left = new ArrayList<Double>();
        var right = new ArrayList<Double>();
        for (var i = 0; i < key.size(); i++) {
            var typed = probes.values(response.get(i));
            var expected = probes.values(key.get(i));
            for (var p = 0; p < typed.length; p++) {
                if (typed[p] != 0 || expected[p] != 0) {
                    left.add(typed[p]);
                    right.add(expected[p]);
                }
            }
        }
        if (key.size() < 2) {
            return Optional.empty();
        }
        return Ratio.constant(array(left), array(right))
                .flatMap(ratio -> Ratio.recognise(ratio)
                        .filter(by -> multiple(response, key, by))
                        .map(by -> new Remark(
                                "factor",
                                (isVector() && ratio > 0 ? "The direction is right, but all entries" : "All entries")
                                        + " are off by the same factor $" + LatexWriter.write(by) + "$."))
                        .or(() -> Optional.of(new Remark("factor", otherLength(ratio)))));
    }

    /** Points and matrices have no direction. */
    private boolean isVector() {
        return context.spec().kind().equals("vector");
    }

    private String otherLength(double ratio) {
        if (!isVector()) {
            return "All entries are off by the same factor.";
        }
        return ratio > 0
                ? "The direction is right, but the length is not."
                : "This points in the opposite direction, and the length is not right.";
    }

    private boolean multiple(List<Expression> response, List<Expression> key, Expression by) {
        return IntStream.range(0, key.size())
                .allMatch(i -> right(response.get(i), new Product(List.of(by, key.get(i)))));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Optional<Remark> single(List<Expression> response, List<Expression> key, List<Integer> wrong) {
        var scalar = new ScalarDiagnosis(context, comparer);
        for (var i : wrong) {
            var found = scalar.of(response.get(i), key.get(i));
            if (found.isPresent()) {
                var remark = found.get();
                return Optional.of(new Remark(remark.word(), "Entry " + (i + 1) + ": " + remark.sentence()));
            }
        }
        return Optional.empty();
    }
}
