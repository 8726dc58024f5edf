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
import org.nabla.math.PartialVisitor;
import org.nabla.math.Rational;
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

    private final Symbols names;
    private final EvalEngine engine;
    private final boolean proving;
    private final Nodes nodes = new Nodes();

    /** @param proving whether a rule that errs anywhere does harm; other results are verified by the caller */
    ToSymja(Symbols names, EvalEngine engine, boolean proving) {
        this.names = names;
        this.engine = engine;
        this.proving = proving;
    }

    static Map<Function, IBuiltInSymbol> sameFunctions() {
        return Map.copyOf(SAME);
    }

    IExpr of(Expression e) {
        return e.accept(nodes);
    }

    private final class Nodes implements PartialVisitor<IExpr> {
        @Override
        public IExpr otherwise(Expression e) {
            throw new UnsupportedException("no value: " + e);
        }

        @Override
        public IExpr numeral(Expression.Numeral numeral) {
            return rational(numeral.value());
        }

        @Override
        public IExpr decimal(Expression.Decimal decimal) {
            return rational(Rational.of(decimal.value()));
        }

        @Override
        public IExpr constant(Expression.Constant constant) {
            return ToSymja.constant(constant);
        }

        @Override
        public IExpr symbol(Expression.Symbol symbol) {
            return names.variable(symbol.name());
        }

        @Override
        public IExpr sum(Expression.Sum sum) {
            return all(S.Plus, sum.terms());
        }

        @Override
        public IExpr product(Expression.Product product) {
            return all(S.Times, product.factors());
        }

        @Override
        public IExpr quotient(Expression.Quotient quotient) {
            return F.Times(of(quotient.numerator()), F.Power(of(quotient.denominator()), F.CN1));
        }

        @Override
        public IExpr power(Expression.Power power) {
            return ToSymja.this.power(of(power.base()), engine.evaluate(of(power.exponent())));
        }

        @Override
        public IExpr negation(Expression.Negation negation) {
            return F.Times(F.CN1, of(negation.argument()));
        }

        @Override
        public IExpr call(Expression.Call call) {
            return ToSymja.this.call(call.function(), call.arguments());
        }

        @Override
        public IExpr application(Expression.Application application) {
            return all(names.function(application.name()), application.arguments());
        }

        @Override
        public IExpr tuple(Expression.Tuple tuple) {
            return all(S.List, tuple.entries());
        }

        @Override
        public IExpr matrix(Expression.Matrix matrix) {
            return F.ast(
                    S.List, matrix.rows().stream().map(row -> all(S.List, row)).toList());
        }

        @Override
        public IExpr relation(Expression.Relation relation) {
            return links(relation);
        }

        @Override
        public IExpr and(Expression.And and) {
            return all(S.And, and.conditions());
        }

        @Override
        public IExpr or(Expression.Or or) {
            return all(S.Or, or.conditions());
        }
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

    private IExpr links(Expression.Relation relation) {
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
