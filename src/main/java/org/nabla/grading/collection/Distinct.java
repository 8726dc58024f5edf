package org.nabla.grading.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.math.Expression;

/** A set does not grow by saying a member twice, also in another form. */
final class Distinct {

    private final Context context;
    private final Comparer comparer;

    Distinct(Context context, Comparer comparer) {
        this.context = context;
        this.comparer = comparer;
    }

    List<Expression> of(List<Expression> entries) {
        var kept = new ArrayList<Expression>();
        for (var entry : entries) {
            if (kept.stream().noneMatch(other -> same(entry, other))) {
                kept.add(entry);
            }
        }
        return kept;
    }

    /** Exactly: 1000.1 and 1000.2 agree to four digits and are two members. */
    private boolean same(Expression left, Expression right) {
        if (!Members.isPoint(left) || !Members.isPoint(right)) {
            return !Members.isPoint(left) && !Members.isPoint(right) && comparer.same(left, right, context.domains());
        }
        var a = left.children();
        var b = right.children();
        return a.size() == b.size()
                && IntStream.range(0, a.size()).allMatch(i -> comparer.same(a.get(i), b.get(i), context.domains()));
    }
}
