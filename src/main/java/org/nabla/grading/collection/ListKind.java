package org.nabla.grading.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Entries;
import org.nabla.grading.judging.Formulas;
import org.nabla.grading.judging.Intake;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.KeyRefused;
import org.nabla.grading.judging.Kind;
import org.nabla.grading.judging.Remark;
import org.nabla.math.Expression;

/** {@code list}: values or points in a given order. */
public record ListKind(Context context, List<Expression> key, List<Double> weights) implements Kind<List<Expression>> {

    public static ListKind of(Context context, String field, List<String> values) {
        var key = SetKind.members(context, field, values);
        if (key.isEmpty()) {
            throw new KeyRefused(field, "A list needs an entry.");
        }
        return new ListKind(context, key, Entries.weights(context, key.size()));
    }

    @Override
    public Intake<List<Expression>> read(String typed) {
        return SetKind.read(context, key, typed, tree -> {
            var members = new Members(context, key.stream().allMatch(Members::isPoint)).of(tree);
            if (members.size() != key.size()) {
                throw new Formulas.Misfit("Give " + key.size() + " entries in their order, separated by commas; there "
                        + (members.size() == 1 ? "is 1." : "are " + members.size() + "."));
            }
            return members;
        });
    }

    @Override
    public Judgement judge(List<Expression> response, Comparer comparer) {
        var members = new Members(context, false);
        var judgements = new ArrayList<Judgement>();
        for (var i = 0; i < key.size(); i++) {
            judgements.add(members.compare(response.get(i), key.get(i), comparer));
        }
        return Entries.combine(judgements, weights, i -> "entry " + (i + 1));
    }

    @Override
    public Optional<Remark> diagnose(List<Expression> response, Comparer comparer) {
        var asSet = new SetKind(context, key, weights);
        return asSet.judge(response, comparer).isCorrect()
                ? Optional.of(new Remark("order", "The entries are right, but not in the order that is asked."))
                : Optional.empty();
    }
}
