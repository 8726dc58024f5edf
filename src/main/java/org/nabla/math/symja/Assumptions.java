package org.nabla.math.symja;

import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IASTAppendable;
import org.matheclipse.core.interfaces.IExpr;
import org.nabla.math.Domain;

/** The domains of the letters in the words of the algebra system, to be handed over as second argument only. */
final class Assumptions {
    private Assumptions() {}

    static IExpr of(Map<String, Domain> domains, Symbols names) {
        IASTAppendable all = F.ast(S.And);
        domains.forEach((name, domain) -> {
            var letter = names.variable(name);
            all.append(F.Element(letter, domain.wholeNumbers() ? S.Integers : S.Reals));
            domain.lower()
                    .ifPresent(lower -> all.append(F.binaryAST2(
                            domain.lowerClosed() ? S.GreaterEqual : S.Greater, letter, ToSymja.rational(lower))));
            domain.upper()
                    .ifPresent(upper -> all.append(F.binaryAST2(
                            domain.upperClosed() ? S.LessEqual : S.Less, letter, ToSymja.rational(upper))));
        });
        return all.argSize() == 0 ? S.True : all.argSize() == 1 ? all.arg1() : all;
    }
}
