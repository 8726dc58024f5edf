package org.nabla.math.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Or;
import org.nabla.math.Expression.Relation;

/** What ± stands for: both readings. {@code x = ±2} is x = 2 or x = −2, {@code {0, ±1}} is {0, 1, −1}. */
final class BothSigns {
    private BothSigns() {}

    static Expression of(Expression plus, Expression minus) {
        if (plus instanceof Listing a && minus instanceof Listing b) {
            return new Listing(merged(a.entries(), b.entries()));
        }
        if (plus instanceof Braces a && minus instanceof Braces b) {
            return new Braces(merged(a.entries(), b.entries()));
        }
        if (plus instanceof Relation) {
            return new Or(List.of(plus, minus));
        }
        return new Listing(List.of(plus, minus));
    }

    private static List<Expression> merged(List<Expression> plus, List<Expression> minus) {
        var all = new LinkedHashSet<Expression>();
        for (int i = 0; i < plus.size(); i++) {
            all.add(plus.get(i));
            all.add(minus.get(i));
        }
        return new ArrayList<>(all);
    }
}
