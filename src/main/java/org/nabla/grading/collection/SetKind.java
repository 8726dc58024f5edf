package org.nabla.grading.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nabla.grading.Verdict;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Entries;
import org.nabla.grading.judging.Formulas;
import org.nabla.grading.judging.Intake;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.KeyRefused;
import org.nabla.grading.judging.Kind;
import org.nabla.grading.judging.LeftSides;
import org.nabla.grading.judging.Precision;
import org.nabla.grading.judging.Remark;
import org.nabla.math.Expression;

/** {@code set}: values or points in any order, matched so that the learner gets the best score. */
public record SetKind(Context context, List<Expression> key, List<Double> weights) implements Kind<List<Expression>> {

    public static SetKind of(Context context, String field, List<String> values) {
        var key = members(context, field, values);
        return new SetKind(context, key, Entries.weights(context, key.size()));
    }

    /** The members of a key: one text, or one for each. */
    static List<Expression> members(Context context, String field, List<String> values) {
        Precision.of(context);
        var trees = new ArrayList<Expression>();
        for (var value : values) {
            var tree = context.formula(field, LeftSides.dropEach(value));
            try {
                var points = values.size() > 1 ? tree instanceof Expression.Tuple : hasPoints(tree);
                trees.addAll(new Members(context, points).of(tree));
            } catch (Formulas.Misfit misfit) {
                throw new KeyRefused(field, String.valueOf(misfit.getMessage()));
            }
        }
        return trees;
    }

    private static boolean hasPoints(Expression tree) {
        return tree.children().stream().anyMatch(Members::isPoint);
    }

    static Intake<List<Expression>> read(
            Context context, List<Expression> key, String typed, Function<Expression, List<Expression>> shape) {
        var points = !key.isEmpty() && key.stream().allMatch(Members::isPoint);
        var text = Formulas.tooLong(typed)
                ? typed
                : points ? LeftSides.separate(LeftSides.dropPoints(typed)) : LeftSides.dropEach(bothSigns(typed));
        return Formulas.read(typed, text, context.vocabulary(), shape);
    }

    /** Among members, {@code 1+-2} is two of them. */
    private static String bothSigns(String typed) {
        return typed.replaceAll("\\+[-−–]", "± ");
    }

    @Override
    public Intake<List<Expression>> read(String typed) {
        var points = !key.isEmpty() && key.stream().allMatch(Members::isPoint);
        return read(context, key, typed, tree -> new Members(context, points).of(tree));
    }

    @Override
    public Judgement judge(List<Expression> response, Comparer comparer) {
        var members = new Members(context, false);
        var given = new Distinct(context, comparer).of(response);
        if (key.isEmpty() || given.isEmpty()) {
            return key.isEmpty() && given.isEmpty()
                    ? Judgement.correct(Verdict.Decided.IDENTICAL)
                    : key.isEmpty() ? Judgement.wrong() : Judgement.wrong("missing", "There is something to find.");
        }
        var asked = new Distinct(context, comparer).of(key);
        var found = new ArrayList<List<Judgement>>();
        for (var entry : given) {
            found.add(asked.stream()
                    .map(expected -> members.compare(entry, expected, comparer))
                    .toList());
        }
        return new Matching(found, weightsOf(asked)).judgement();
    }

    /** A member that the author wrote twice counts as the first of them. */
    private List<Double> weightsOf(List<Expression> asked) {
        return asked.stream().map(member -> weights.get(key.indexOf(member))).toList();
    }

    @Override
    public Optional<Remark> diagnose(List<Expression> response, Comparer comparer) {
        return Optional.empty();
    }
}
