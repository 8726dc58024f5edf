package org.nabla.grading.collection;

import java.util.ArrayList;
import java.util.List;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.math.Expression;

/** A set does not grow by saying a member twice, also in another form. */
final class Distinct {

    private final Members members;
    private final Comparer comparer;

    Distinct(Context context, Comparer comparer) {
        this.members = new Members(context, false);
        this.comparer = comparer;
    }

    List<Expression> of(List<Expression> entries) {
        var kept = new ArrayList<Expression>();
        for (var entry : entries) {
            if (kept.stream()
                    .noneMatch(other -> members.compare(entry, other, comparer).isCorrect())) {
                kept.add(entry);
            }
        }
        return kept;
    }
}
