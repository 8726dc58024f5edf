package org.nabla.grading.realset;

import java.util.Optional;
import org.nabla.grading.Verdict;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Formulas;
import org.nabla.grading.judging.Intake;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.KeyRefused;
import org.nabla.grading.judging.Kind;
import org.nabla.grading.judging.Remark;
import org.nabla.math.Expression;

/**
 * {@code region}: the same set of points, however it is described. A difference is certain; agreement is {@code SAMPLED} where
 * the boundary is no union of boxes: a difference smaller than its points show is not seen.
 */
public record RegionKind(Context context, Expression key) implements Kind<Expression> {

    public static RegionKind of(Context context, String field, String value) {
        if (context.names().isEmpty()) {
            throw new KeyRefused("answer.variables", "A region needs its variables.");
        }
        var key = context.formula(field, value);
        try {
            new PointSet(key, context.names());
        } catch (Formulas.Misfit misfit) {
            throw new KeyRefused(field, String.valueOf(misfit.getMessage()));
        }
        return new RegionKind(context, key);
    }

    @Override
    public Intake<Expression> read(String typed) {
        return Formulas.read(typed, typed, context.vocabulary(), tree -> {
            new PointSet(tree, context.names());
            return tree;
        });
    }

    @Override
    public Judgement judge(Expression response, Comparer comparer) {
        if (response.equals(key)) {
            return Judgement.correct(Verdict.Decided.IDENTICAL);
        }
        return switch (comparison(response, comparer).find()) {
            case SAME -> Judgement.correct(Verdict.Decided.PROVED);
            case ALIKE -> Judgement.correct(Verdict.Decided.SAMPLED);
            case DIFFERENT -> Judgement.wrong();
            case DIFFERENT_EDGE ->
                Judgement.wrong("boundary", "Nearly: look again at which points of the boundary belong to it.");
            case OUT_OF_TIME -> Judgement.undecided();
        };
    }

    private RegionComparison comparison(Expression response, Comparer comparer) {
        return new RegionComparison(
                new PointSet(response, context.names()),
                new PointSet(key, context.names()),
                context.domains(),
                comparer::outOfTime);
    }

    @Override
    public Optional<Remark> diagnose(Expression response, Comparer comparer) {
        return comparison(response, comparer).isComplement()
                ? Optional.of(
                        new Remark("complement", "This is exactly the rest: the inequality is the wrong way round."))
                : Optional.empty();
    }
}
