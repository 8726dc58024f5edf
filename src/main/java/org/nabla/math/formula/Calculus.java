package org.nabla.math.formula;

import java.time.Duration;
import java.util.Map;
import org.nabla.math.CalculusException;
import org.nabla.math.Cas;
import org.nabla.math.Domain;
import org.nabla.math.Expression;

/**
 * Carries out what an author's formula asks for: derivatives, integrals, limits, vector and matrix arithmetic. What algebra
 * finds is confirmed by an independent numerical route before it is given out.
 */
public final class Calculus {

    private final Cas cas;
    private final Duration budget;

    /**
     * @param cas asked where our own rules do not suffice
     * @param budget the most time that the algebra system may take for one formula
     */
    public Calculus(Cas cas, Duration budget) {
        this.cas = cas;
        this.budget = budget;
    }

    /**
     * The tidy value of the formula, every function for authors carried out, from the inside out.
     *
     * @param domains what the letters stand for; a letter that is not named stands for any real number
     * @throws CalculusException if something cannot be computed or confirmed
     */
    public Expression evaluate(Expression authorFormula, Map<String, Domain> domains) {
        try {
            return new FormulaEvaluation(cas, budget, domains).of(authorFormula);
        } catch (ArithmeticException e) {
            throw new CalculusException("This formula has no value: " + e.getMessage() + ".");
        }
    }
}
