package org.nabla.math.symja;

import static org.nabla.math.Function.*;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IASTAppendable;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IFraction;
import org.matheclipse.core.interfaces.IInteger;
import org.nabla.math.Definitions;
import org.nabla.math.Expression;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.symja.wire.Tag;
import org.nabla.math.symja.wire.UnsupportedException;

/**
 * Builds the expressions of the algebra system from our nodes, and from nothing else: no text is ever parsed.
 *
 * <p>Functions that it has no good rules for are spelt out: a maximum as (a + b + |a − b|)/2, the logistic function as
 * 1/(1 + e^(−x)). Odd roots stay real roots.
 */
final class ToSymja {
    private static final Map<Function, IBuiltInSymbol> SAME = new EnumMap<>(Function.class);

    static {
        SAME.put(SIN, S.Sin);
        SAME.put(COS, S.Cos);
        SAME.put(TAN, S.Tan);
        SAME.put(SEC, S.Sec);
        SAME.put(CSC, S.Csc);
        SAME.put(COT, S.Cot);
        SAME.put(ARCSIN, S.ArcSin);
        SAME.put(ARCCOS, S.ArcCos);
        SAME.put(ARCTAN, S.ArcTan);
        SAME.put(SINH, S.Sinh);
        SAME.put(COSH, S.Cosh);
        SAME.put(TANH, S.Tanh);
        SAME.put(ARSINH, S.ArcSinh);
        SAME.put(ARCOSH, S.ArcCosh);
        SAME.put(ARTANH, S.ArcTanh);
        SAME.put(LN, S.Log);
        SAME.put(ABS, S.Abs);
        SAME.put(SIGN, S.Sign);
        SAME.put(FLOOR, S.Floor);
        SAME.put(CEILING, S.Ceiling);
        SAME.put(FACTORIAL, S.Factorial);
        SAME.put(ERF, S.Erf);
        SAME.put(CROSS, S.Cross);
        SAME.put(DOT, S.Dot);
        SAME.put(DET, S.Det);
        SAME.put(TRANSPOSE, S.Transpose);
    }

    private final Names names;
    private final EvalEngine engine;
    private final boolean proving;

    /** @param proving whether a rule that errs anywhere does harm; other results are verified by the caller */
    ToSymja(Names names, EvalEngine engine, boolean proving) {
        this.names = names;
        this.engine = engine;
        this.proving = proving;
    }

    static Map<Function, IBuiltInSymbol> sameFunctions() {
        return Map.copyOf(SAME);
    }

    IExpr of(Expression e) {
        return switch (Tag.of(e)) {
            case NUMERAL -> rational(((Expression.Numeral) e).value());
            case DECIMAL -> rational(Rational.of(((Expression.Decimal) e).value()));
            case CONSTANT -> constant((Expression.Constant) e);
            case SYMBOL -> names.variable(((Expression.Symbol) e).name());
            case SUM -> all(S.Plus, ((Expression.Sum) e).terms());
            case PRODUCT -> all(S.Times, ((Expression.Product) e).factors());
            case QUOTIENT ->
                F.Times(
                        of(((Expression.Quotient) e).numerator()),
                        F.Power(of(((Expression.Quotient) e).denominator()), F.CN1));
            case POWER ->
                power(of(((Expression.Power) e).base()), engine.evaluate(of(((Expression.Power) e).exponent())));
            case NEGATION -> F.Times(F.CN1, of(((Expression.Negation) e).argument()));
            case CALL -> call(((Expression.Call) e).function(), ((Expression.Call) e).arguments());
            case APPLICATION ->
                all(names.function(((Expression.Application) e).name()), ((Expression.Application) e).arguments());
            case TUPLE -> all(S.List, ((Expression.Tuple) e).entries());
            case MATRIX -> matrix((Expression.Matrix) e);
            case RELATION -> relation((Expression.Relation) e);
            case AND -> all(S.And, ((Expression.And) e).conditions());
            case OR -> all(S.Or, ((Expression.Or) e).conditions());
            case WORD, BRACES, LISTING, INTERVAL, UNION -> throw new UnsupportedException("no value: " + Tag.of(e));
        };
    }

    static IExpr rational(Rational value) {
        return value.isInteger() ? F.ZZ(value.numerator()) : F.QQ(F.ZZ(value.numerator()), F.ZZ(value.denominator()));
    }

    private static IExpr constant(Expression.Constant constant) {
        return switch (constant) {
            case PI -> S.Pi;
            case E -> S.E;
            case INFINITY -> F.CInfinity;
            case I -> throw new UnsupportedException("answers are real");
        };
    }

    private IExpr all(IExpr head, List<Expression> arguments) {
        return F.ast(head, arguments.stream().map(this::of).toList());
    }

    private IExpr matrix(Expression.Matrix matrix) {
        return F.ast(S.List, matrix.rows().stream().map(row -> all(S.List, row)).toList());
    }

    private IExpr relation(Expression.Relation relation) {
        IASTAppendable links = F.ast(S.And);
        for (int i = 0; i < relation.signs().size(); i++) {
            links.append(F.binaryAST2(
                    sign(relation.signs().get(i)),
                    of(relation.sides().get(i)),
                    of(relation.sides().get(i + 1))));
        }
        return links.argSize() == 1 ? links.arg1() : links;
    }

    private static IExpr sign(Expression.Sign sign) {
        return switch (sign) {
            case EQUAL -> S.Equal;
            case NOT_EQUAL -> S.Unequal;
            case LESS -> S.Less;
            case LESS_OR_EQUAL -> S.LessEqual;
            case GREATER -> S.Greater;
            case GREATER_OR_EQUAL -> S.GreaterEqual;
        };
    }

    private IExpr call(Function function, List<Expression> arguments) {
        var same = SAME.get(function);
        if (proving && function == SIGN) {
            return all(names.function("sign"), arguments); // its square is taken for 1 at zero, too
        }
        if (same != null) {
            return all(same, arguments);
        }
        var definition = Definitions.of(new Expression.Call(function, arguments));
        if (definition.isPresent()) {
            return of(definition.orElseThrow());
        }
        var first = of(arguments.get(0));
        return switch (function) {
            case EXP -> F.Power(S.E, first);
            case LOG ->
                arguments.size() == 1
                        ? F.Log(first)
                        : F.Times(F.Log(first), F.Power(F.Log(of(arguments.get(1))), F.CN1));
            case SQRT -> F.Power(first, F.C1D2);
            case CBRT -> power(first, F.C1D3);
            case ROOT -> root(first, of(arguments.get(1)));
            case MIN -> proving ? extreme(arguments, F.CN1D2) : all(S.Min, arguments);
            case MAX -> proving ? extreme(arguments, F.C1D2) : all(S.Max, arguments);
            case ATAN2 -> F.ArcTan(of(arguments.get(1)), first);
            case SIGMOID -> F.Power(F.Plus(F.C1, F.Power(S.E, F.Times(F.CN1, first))), F.CN1);
            case RELU -> proving ? F.Times(F.C1D2, F.Plus(first, F.Abs(first))) : F.binaryAST2(S.Max, F.C0, first);
            case SOFTPLUS -> F.Log(F.Plus(F.C1, F.Power(S.E, first)));
            case NORM -> F.Sqrt(F.Dot(first, first));
            case PIECEWISE -> piecewise(arguments);
            default -> throw new UnsupportedException(function.text());
        };
    }

    private IExpr root(IExpr radicand, IExpr degree) {
        if (!degree.isInteger() || !degree.isPositive()) {
            throw new UnsupportedException("a root whose degree is no whole number");
        }
        return power(radicand, F.QQ(F.C1, (IInteger) degree));
    }

    /**
     * A power with an exponent such as 2/3 is that of the real root, negative radicands included. The algebra system would
     * take the complex one. Only proofs need to know, since other results are verified.
     */
    private IExpr power(IExpr base, IExpr exponent) {
        if (proving
                && exponent instanceof IFraction fraction
                && fraction.toBigDenominator().testBit(0)) {
            return F.Power(F.Surd(base, fraction.denominator()), fraction.numerator());
        }
        return F.Power(base, exponent);
    }

    private IExpr extreme(List<Expression> arguments, IExpr half) {
        var result = of(arguments.get(0));
        for (var argument : arguments.subList(1, arguments.size())) {
            var other = of(argument);
            result = F.Plus(
                    F.Times(F.C1D2, F.Plus(result, other)), F.Times(half, F.Abs(F.Plus(result, F.Negate(other)))));
        }
        return result;
    }

    private IExpr piecewise(List<Expression> arguments) {
        IASTAppendable cases = F.ast(S.List);
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            cases.append(F.List(of(arguments.get(i)), of(arguments.get(i + 1))));
        }
        return arguments.size() % 2 == 0
                ? F.Piecewise(cases, S.Indeterminate)
                : F.Piecewise(cases, of(arguments.get(arguments.size() - 1)));
    }
}
