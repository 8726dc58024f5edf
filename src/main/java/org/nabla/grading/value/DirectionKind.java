package org.nabla.grading.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.grading.diagnosis.Probes;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Figures;
import org.nabla.grading.judging.Intake;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.KeyRefused;
import org.nabla.grading.judging.Kind;
import org.nabla.grading.judging.Measured;
import org.nabla.grading.judging.Precision;
import org.nabla.grading.judging.Remark;
import org.nabla.grading.judging.Trees;
import org.nabla.math.Expression;

/** {@code direction} and {@code parallel}: a positive multiple of the key, or any multiple but zero. */
public record DirectionKind(Context context, List<Expression> key, TupleKind tuple, boolean sameWay)
        implements Kind<List<Expression>> {

    public static DirectionKind direction(Context context, String field, String value) {
        return of(context, field, value, true);
    }

    public static DirectionKind parallel(Context context, String field, String value) {
        return of(context, field, value, false);
    }

    private static DirectionKind of(Context context, String field, String value, boolean sameWay) {
        var tuple = TupleKind.of(context, field, value);
        if (tuple.key().stream().allMatch(Trees::isZero)) {
            throw new KeyRefused(field, "The zero vector has no direction.");
        }
        return new DirectionKind(tuple.context(), tuple.key(), tuple, sameWay);
    }

    @Override
    public Intake<List<Expression>> read(String typed) {
        return tuple.read(typed);
    }

    @Override
    public Judgement judge(List<Expression> response, Comparer comparer) {
        var pivot = IntStream.range(0, key.size())
                .filter(i -> comparer.different(key.get(i), Trees.ZERO, context.domains()))
                .findFirst();
        if (pivot.isEmpty()) {
            return Judgement.undecided();
        }
        var at = pivot.getAsInt();
        if (response.stream().allMatch(entry -> comparer.same(entry, Trees.ZERO, context.domains()))) {
            return Judgement.wrong("zero", "The zero vector has no direction.");
        }
        var precision = Precision.of(context);
        if (precision.measured()) {
            var measured = Measured.parallel(response, key, precision);
            if (measured.isPresent()) {
                if (measured.get().isCorrect()) {
                    comparer.approximate();
                }
                return measured.get().isCorrect()
                        ? oriented(response.get(at), key.get(at), measured.get())
                        : measured.get();
            }
        }
        var judgements = new ArrayList<Judgement>();
        for (var i = 0; i < key.size(); i++) {
            if (i != at) {
                judgements.add(Figures.judgement(comparer.exact(
                        Trees.times(response.get(i), key.get(at)),
                        Trees.times(response.get(at), key.get(i)),
                        context.domains())));
            }
        }
        var all = judgements.isEmpty() ? Judgement.correct(Verdict.Decided.IDENTICAL) : Figures.all(judgements);
        if (all.outcome() == Outcome.WRONG && response.stream().anyMatch(Trees::hasDecimal)) {
            all = new RoundedMultiple(key, context).judge(response, comparer);
        }
        return all.isCorrect() ? oriented(response.get(at), key.get(at), all) : all;
    }

    /** Parallel it is; now the pivot entries must not vanish, and have the same sign where that is asked. */
    private Judgement oriented(Expression response, Expression pivot, Judgement parallel) {
        var probes = new Probes(context.domains());
        var left = probes.values(response);
        var right = probes.values(pivot);
        for (var i = 0; i < left.length; i++) {
            if (left[i] == 0 && Double.isFinite(right[i]) && right[i] != 0) {
                return Judgement.wrong("zero", "The zero vector has no direction.");
            }
            if (sameWay && left[i] * right[i] < 0) {
                return Judgement.wrong("sign", "This points in exactly the opposite direction.");
            }
        }
        return parallel;
    }

    @Override
    public Optional<Remark> diagnose(List<Expression> response, Comparer comparer) {
        for (var i = 0; i < key.size(); i++) {
            var turned = new ArrayList<>(response);
            turned.set(i, Trees.times(Trees.number(-1), response.get(i)));
            if (response.size() > 2 && judge(turned, comparer).isCorrect()) {
                return Optional.of(new Remark("sign", "Check the sign of entry " + (i + 1) + "."));
            }
        }
        return Optional.empty();
    }
}
