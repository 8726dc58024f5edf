package org.nabla.math;

import java.util.List;
import java.util.Optional;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;

/** The rarer functions, which are what other functions say: coth u is cosh u/sinh u, arcsec u is arccos(1/u). */
public final class Definitions {

    private static final Expression ONE = Rationals.write(1);

    private Definitions() {}

    /** The same by more usual functions, where it is such a function. */
    public static Optional<Expression> of(Call call) {
        return call.arguments().size() == 1
                ? of(call.function(), call.arguments().get(0))
                : Optional.empty();
    }

    private static Optional<Expression> of(Function function, Expression u) {
        return switch (function) {
            case SECH -> Optional.of(new Quotient(ONE, new Call(Function.COSH, u)));
            case CSCH -> Optional.of(new Quotient(ONE, new Call(Function.SINH, u)));
            case COTH -> Optional.of(new Quotient(new Call(Function.COSH, u), new Call(Function.SINH, u)));
            case ARCSEC -> ofReciprocal(Function.ARCCOS, u);
            case ARCCSC -> ofReciprocal(Function.ARCSIN, u);
            case ARCCOT ->
                Optional.of(new Sum(List.of(
                        new Quotient(Constant.PI, Rationals.write(2)), new Negation(new Call(Function.ARCTAN, u)))));
            case ARSECH -> ofReciprocal(Function.ARCOSH, u);
            case ARCSCH -> ofReciprocal(Function.ARSINH, u);
            case ARCOTH -> ofReciprocal(Function.ARTANH, u);
            default -> Optional.empty();
        };
    }

    private static Optional<Expression> ofReciprocal(Function function, Expression u) {
        return Optional.of(new Call(function, new Quotient(ONE, u)));
    }
}
