package org.nabla.grading.judging;

import java.util.Optional;
import org.nabla.math.Expression;

/** The option {@code on}: an equation, on whose curve or surface alone the answer has to be right. */
public final class Where {

    private static final String FIELD = "answer.on";

    private Where() {}

    /** What is zero on the curve or surface; nothing where the answer has to be right everywhere. */
    public static Optional<Expression> of(Context context) {
        return context.option("on").map(text -> difference(context, context.formula(FIELD, text)));
    }

    private static Expression difference(Context context, Expression tree) {
        var sides = tree.children();
        if (Trees.isEquation(tree)
                && sides.stream().allMatch(Trees::isScalar)
                && Trees.symbols(tree).stream().anyMatch(context.domains()::containsKey)) {
            return Trees.minus(sides.get(0), sides.get(1));
        }
        throw new KeyRefused(FIELD, "Give an equation in the variables, such as x^2 + y^2 = 25.");
    }
}
