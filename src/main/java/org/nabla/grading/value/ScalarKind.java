package org.nabla.grading.value;

import java.util.Optional;
import java.util.Set;
import org.nabla.grading.diagnosis.ScalarDiagnosis;
import org.nabla.grading.form.Form;
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

/** {@code number} and {@code expression}: one value, or one function of the declared variables. */
public record ScalarKind(Context context, Expression key, boolean number, Form form) implements Kind<Expression> {

    public static ScalarKind number(Context context, String field, String value) {
        return of(context, field, value, true);
    }

    public static ScalarKind expression(Context context, String field, String value) {
        return of(context, field, value, false);
    }

    private static ScalarKind of(Context context, String field, String value, boolean number) {
        Precision.of(context);
        var text =
                LeftSides.dropOne(value, number ? Set.of() : context.domains().keySet());
        var key = context.formula(field, text);
        if (!Trees.isScalar(key)) {
            throw new KeyRefused(field, "One value is needed here, not " + Types.name(key) + ".");
        }
        Comparer.requireValue(field, key);
        context.option("function").ifPresent(function -> context.formula("answer.function", function));
        return new ScalarKind(context, key, number, Form.of(context));
    }

    @Override
    public Intake<Expression> read(String typed) {
        var kept = number ? Set.<String>of() : context.domains().keySet();
        return Formulas.read(
                typed,
                Formulas.tooLong(typed) ? typed : LeftSides.dropOne(typed, kept),
                context.vocabulary(),
                tree -> Types.scalar(tree, number ? "A number" : "An expression"));
    }

    @Override
    public Judgement judge(Expression response, Comparer comparer) {
        var judgement = comparer.value(response, key, context);
        return judgement.isCorrect()
                ? form.check(response, key, comparer, context).orElse(judgement)
                : judgement;
    }

    @Override
    public Optional<Remark> diagnose(Expression response, Comparer comparer) {
        return new ScalarDiagnosis(context, comparer).of(response, key);
    }
}
