package org.nabla.grading.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Tuple;

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
        if (!(left instanceof Tuple a) || !(right instanceof Tuple b)) {
            return !(left instanceof Tuple)
                    && !(right instanceof Tuple)
                    && comparer.same(left, right, context.domains());
        }
        return a.entries().size() == b.entries().size()
                && IntStream.range(0, a.entries().size())
                        .allMatch(i ->
                                comparer.same(a.entries().get(i), b.entries().get(i), context.domains()));
    }
}
