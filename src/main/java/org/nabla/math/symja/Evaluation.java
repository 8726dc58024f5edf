package org.nabla.math.symja;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.ExprEvaluator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;
import org.nabla.math.Cas.Operation;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.symja.wire.Request;
import org.nabla.math.symja.wire.UnsupportedException;

/**
 * The evaluator of one request. It is never used for a second one: an evaluator keeps stale results, and symbols of two
 * evaluators do not mix.
 */
final class Evaluation {
    private static final Set<Operation> PROVING = EnumSet.of(Operation.PROVE_ZERO, Operation.COMPARE);

    private final EvalEngine engine;
    private final Request request;
    private final Symbols names;
    private final ToSymja to;
    private final FromSymja from;
    private final IExpr assumptions;

    Evaluation(Request request) {
        this.engine = new ExprEvaluator(true, (short) 0).getEvalEngine();
        engine.setQuietMode(true);
        EvalEngine.set(engine);
        this.request = request;
        this.names = new Symbols(engine, request);
        this.to = new ToSymja(names, engine, PROVING.contains(request.operation()));
        this.from = new FromSymja(names);
        this.assumptions = Assumptions.of(request.domains(), names);
    }

    Expression argument(int index) {
        return request.arguments().get(index);
    }

    /** The argument as Symja has it, evaluated. */
    IExpr value(int index) {
        return eval(toSymja(argument(index)));
    }

    IExpr toSymja(Expression e) {
        return to.of(e);
    }

    ISymbol variable(Expression e) {
        if (e instanceof Expression.Symbol symbol) {
            return names.variable(symbol.name());
        }
        throw new UnsupportedException("a letter is asked for");
    }

    Expression fromSymja(IExpr e) {
        return from.of(e);
    }

    ISymbol fresh() {
        return names.fresh();
    }

    Map<String, Domain> domains() {
        return request.domains();
    }

    IExpr eval(IExpr e) {
        return engine.evaluate(e);
    }

    /** As short as it gets where the letters are in their domains. */
    IExpr simplify(IExpr e) {
        return eval(F.Simplify(e, assumptions));
    }

    IExpr substitute(IExpr e, IExpr letter, IExpr value) {
        return eval(F.subst(e, letter, value));
    }

    /** The numerator over a common denominator, multiplied out. */
    IExpr numerator(IExpr e) {
        return eval(F.Expand(F.Numerator(F.Together(e))));
    }

    /** Near to the real number, or NaN where there is none. */
    double number(IExpr e) {
        return eval(F.N(e)).toDoubleDefault(Double.NaN);
    }

    /** Whether the result of a limit or of putting a value in is a number or an expression, and not a way to say no. */
    static boolean isDefined(IExpr e) {
        return e.isFree(part -> part.isIndeterminate() || part.isDirectedInfinity() || part.equals(S.I), false)
                && !e.hasComplexNumber();
    }
}
