package org.nabla.grading.value;

import java.util.Optional;
import java.util.Set;
import org.nabla.grading.Verdict;
import org.nabla.grading.diagnosis.ScalarDiagnosis;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Formulas;
import org.nabla.grading.judging.Intake;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.KeyRefused;
import org.nabla.grading.judging.Kind;
import org.nabla.grading.judging.LeftSides;
import org.nabla.grading.judging.Precision;
import org.nabla.grading.judging.Remark;
import org.nabla.grading.judging.Trees;
import org.nabla.grading.judging.Types;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Word;

/** {@code limit}: a value, ∞ or −∞, or that it does not exist. */
public record LimitKind(Context context, Expression key) implements Kind<Expression> {

    private static final Expression BELOW = new Negation(Constant.INFINITY);

    public static LimitKind of(Context context, String field, String value) {
        Precision.of(context);
        var key = word(context.formula(field, LeftSides.dropOne(value, Set.of())));
        if (!fits(key)) {
            throw new KeyRefused(field, "A value, inf, -inf or DNE is needed here.");
        }
        if (Trees.isScalar(key)) {
            Comparer.requireValue(field, key);
        }
        return new LimitKind(context, key);
    }

    /** No limit and the empty set are typed alike: "none", "does not exist". */
    private static Expression word(Expression e) {
        return e == Word.EMPTY_SET ? Word.DOES_NOT_EXIST : e;
    }

    private static boolean fits(Expression e) {
        return e == Word.DOES_NOT_EXIST || isInfinite(e) || Trees.isScalar(e);
    }

    private static boolean isInfinite(Expression e) {
        return e == Constant.INFINITY || e.equals(BELOW);
    }

    @Override
    public Intake<Expression> read(String typed) {
        var text = Formulas.tooLong(typed) ? typed : LeftSides.dropOne(typed, Set.of());
        return Formulas.read(typed, text, context.vocabulary(), tree -> {
            var response = word(tree);
            if (!fits(response)) {
                throw new Formulas.Misfit("A limit is asked: type a value, inf or -inf, or DNE if there is none; not "
                        + Types.name(tree) + ".");
            }
            return response;
        });
    }

    @Override
    public Judgement judge(Expression response, Comparer comparer) {
        var special = response == Word.DOES_NOT_EXIST || isInfinite(response);
        if (special && response.equals(key)) {
            return Judgement.correct(Verdict.Decided.IDENTICAL);
        }
        if (response == Word.DOES_NOT_EXIST && isInfinite(key)) {
            return Judgement.invalid(
                    "infinite", "It is no number, that is so. Be more precise: can you say how the values grow?");
        }
        if (!special && Comparer.isNumber(response) && Comparer.hasNoValue(response)) {
            return Comparer.undefined();
        }
        return special || key == Word.DOES_NOT_EXIST || isInfinite(key)
                ? Judgement.wrong()
                : comparer.value(response, key, context);
    }

    @Override
    public Optional<Remark> diagnose(Expression response, Comparer comparer) {
        if (isInfinite(response) && isInfinite(key)) {
            return Optional.of(new Remark("sign", "Check the sign."));
        }
        return Trees.isScalar(response) && Trees.isScalar(key)
                ? new ScalarDiagnosis(context, comparer).of(response, key)
                : Optional.empty();
    }
}
