package org.nabla.math.calculus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Function;
import org.nabla.math.Rationals;
import org.nabla.math.tidy.Fractions;
import org.nabla.math.tidy.Normaliser;

/** The derivatives of the built-in functions, with the chain rule. */
final class FunctionDerivatives {

    private static final Expression ONE = Rationals.write(1);
    private static final Expression TWO = Rationals.write(2);

    private final Normaliser normaliser;
    private final Fractions fractions;
    private final UnaryOperator<Expression> derivative;

    FunctionDerivatives(Normaliser normaliser, UnaryOperator<Expression> derivative) {
        this.normaliser = normaliser;
        this.fractions = new Fractions(normaliser);
        this.derivative = derivative;
    }

    Expression of(Call call) {
        var arguments = call.arguments();
        return switch (call.function()) {
            case LOG -> arguments.size() == 1 ? chain(call) : logarithm(arguments.get(0), arguments.get(1));
            case ROOT -> root(arguments.get(0), arguments.get(1));
            case MIN, MAX -> extreme(call.function(), arguments);
            case ATAN2 -> angle(arguments.get(0), arguments.get(1));
            case PIECEWISE -> piecewise(arguments);
            default -> chain(call);
        };
    }

    private Expression chain(Call call) {
        var u = call.arguments().get(0);
        if (Normaliser.isNaturalLogarithm(call) && u.isCallOf(Function.ABS)) {
            return chain(new Call(Function.LN, u.children()));
        }
        var outer = outer(call, u);
        return outer instanceof Expression.Quotient quotient
                ? normaliser.quotient(times(derivative.apply(u), quotient.numerator()), quotient.denominator())
                : times(outer, derivative.apply(u));
    }

    /** The derivative of the function itself at u, as a fraction where it is one. */
    private Expression outer(Call call, Expression u) {
        return switch (call.function()) {
            case SIN -> f(Function.COS, u);
            case COS -> normaliser.negate(f(Function.SIN, u));
            case TAN -> square(f(Function.SEC, u));
            case SEC -> times(f(Function.SEC, u), f(Function.TAN, u));
            case CSC -> normaliser.negate(times(f(Function.CSC, u), f(Function.COT, u)));
            case COT -> normaliser.negate(square(f(Function.CSC, u)));
            case ARCSIN -> over(ONE, root(one(minus(ONE, square(u)))));
            case ARCCOS -> normaliser.negate(over(ONE, root(one(minus(ONE, square(u))))));
            case ARCTAN -> over(ONE, one(plus(square(u), ONE)));
            case ARCSEC -> over(ONE, times(f(Function.ABS, u), root(one(minus(square(u), ONE)))));
            case ARCCSC -> normaliser.negate(over(ONE, times(f(Function.ABS, u), root(one(minus(square(u), ONE))))));
            case ARCCOT -> normaliser.negate(over(ONE, one(plus(square(u), ONE))));
            case SINH -> f(Function.COSH, u);
            case COSH -> f(Function.SINH, u);
            case TANH -> minus(ONE, square(call));
            case SECH -> normaliser.negate(times(call, f(Function.TANH, u)));
            case CSCH -> normaliser.negate(times(call, f(Function.COTH, u)));
            case COTH -> normaliser.negate(square(f(Function.CSCH, u)));
            case ARSECH -> normaliser.negate(over(ONE, times(u, root(one(minus(ONE, square(u)))))));
            case ARCSCH -> normaliser.negate(over(ONE, times(f(Function.ABS, u), root(one(plus(square(u), ONE))))));
            case ARCOTH -> over(ONE, one(minus(ONE, square(u))));
            case ARSINH -> over(ONE, root(one(plus(square(u), ONE))));
            case ARCOSH -> over(ONE, root(one(minus(square(u), ONE))));
            case ARTANH -> over(ONE, one(minus(ONE, square(u))));
            case EXP -> call;
            case LN, LOG -> over(ONE, u);
            case SQRT -> over(ONE, times(TWO, call));
            case CBRT -> over(ONE, times(Rationals.write(3), square(call)));
            case ABS -> f(Function.SIGN, u);
            case SIGMOID -> times(call, minus(ONE, call));
            case RELU ->
                new Call(
                        Function.PIECEWISE, ONE, new Relation(u, Sign.GREATER, Rationals.write(0)), Rationals.write(0));
            case SOFTPLUS -> f(Function.SIGMOID, u);
            case ERF -> over(times(TWO, normaliser.power(Constant.E, normaliser.negate(square(u)))), root(Constant.PI));
            default ->
                throw new UndifferentiableException(
                        "The derivative of " + call.function().text() + " is not known.");
        };
    }

    private Expression logarithm(Expression u, Expression base) {
        return derivative.apply(over(f(Function.LN, u), f(Function.LN, base)));
    }

    /** (ⁿ√u)' = u'/(n (ⁿ√u)ⁿ⁻¹). */
    private Expression root(Expression u, Expression degree) {
        var whole = normaliser.call(Function.ROOT, u, degree);
        return over(derivative.apply(u), times(degree, normaliser.power(whole, minus(degree, ONE))));
    }

    private Expression extreme(Function function, List<Expression> arguments) {
        if (arguments.size() == 1) {
            return derivative.apply(arguments.get(0));
        }
        var first = arguments.get(0);
        var rest = arguments.subList(1, arguments.size());
        var others = normaliser.call(function, rest);
        var sign = function == Function.MAX ? Sign.GREATER : Sign.LESS;
        return normaliser.call(
                Function.PIECEWISE,
                derivative.apply(first),
                new Relation(first, sign, others),
                derivative.apply(others));
    }

    private Expression angle(Expression y, Expression x) {
        return over(minus(times(x, derivative.apply(y)), times(y, derivative.apply(x))), plus(square(x), square(y)));
    }

    private Expression piecewise(List<Expression> arguments) {
        var derived = new ArrayList<Expression>();
        for (var i = 0; i < arguments.size(); i++) {
            var isCondition = i % 2 == 1;
            derived.add(isCondition ? arguments.get(i) : derivative.apply(arguments.get(i)));
        }
        return normaliser.call(Function.PIECEWISE, derived);
    }

    private Expression f(Function function, Expression u) {
        return normaliser.call(function, u);
    }

    private Expression root(Expression e) {
        return f(Function.SQRT, e);
    }

    /** One fraction: 1 + (y/x)² as (x² + y²)/x². */
    private Expression one(Expression e) {
        return fractions.together(e);
    }

    private Expression square(Expression e) {
        return normaliser.power(e, TWO);
    }

    private Expression times(Expression a, Expression b) {
        return normaliser.product(List.of(a, b));
    }

    private Expression over(Expression a, Expression b) {
        return normaliser.quotient(a, b);
    }

    private Expression plus(Expression a, Expression b) {
        return normaliser.sum(List.of(a, b));
    }

    private Expression minus(Expression a, Expression b) {
        return normaliser.sum(List.of(a, normaliser.negate(b)));
    }
}
