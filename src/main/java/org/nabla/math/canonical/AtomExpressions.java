package org.nabla.math.canonical;

import java.util.ArrayList;
import java.util.List;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Function;
import org.nabla.math.Rationals;

/** Writes what {@link CanonicalForm} read as an expression again, so that its value can be computed. */
final class AtomExpressions {

    private final Atoms atoms;

    AtomExpressions(Atoms atoms) {
        this.atoms = atoms;
    }

    Expression of(Polynomial p) {
        var terms = new ArrayList<Expression>();
        p.terms().forEach((monomial, coefficient) -> {
            var factors = new ArrayList<Expression>(List.of(Rationals.write(coefficient)));
            factors.addAll(factors(monomial));
            terms.add(factors.size() == 1 ? factors.get(0) : new Product(factors));
        });
        return terms.isEmpty() ? Rationals.write(0) : terms.size() == 1 ? terms.get(0) : new Sum(terms);
    }

    Expression of(PowerProduct monomial) {
        return of(Polynomial.of(monomial));
    }

    private List<Expression> factors(PowerProduct monomial) {
        var factors = new ArrayList<Expression>();
        for (var i = 0; i < monomial.size(); i++) {
            factors.add(new Power(ofAtom(monomial.atom(i)), Rationals.write(monomial.exponent(i))));
        }
        return factors;
    }

    Expression ofAtom(int atom) {
        var content = atoms.content(atom);
        return switch (atoms.kind(atom)) {
            case VARIABLE -> new Expression.Symbol((String) content);
            case PI -> Constant.PI;
            case PRIME -> Rationals.whole((java.math.BigInteger) content);
            case EXP -> new Power(Constant.E, of((PowerProduct) content));
            case POLYNOMIAL -> of((Polynomial) content);
            case ABS -> new Call(Function.ABS, ofAtom((int) content));
            case LN -> new Call(Function.LN, new Call(Function.ABS, ofAtom((int) content)));
            case SIN -> new Call(Function.SIN, of((Polynomial) content));
            case COS -> new Call(Function.COS, of((Polynomial) content));
            case CALL -> {
                var call = (Atoms.Call) content;
                yield new Call(
                        call.function(), call.arguments().stream().map(this::of).toList());
            }
        };
    }
}
