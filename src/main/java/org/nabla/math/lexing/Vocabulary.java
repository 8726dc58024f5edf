package org.nabla.math.lexing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.nabla.math.Domain;

/**
 * The names that a text may use, and what they mean there.
 *
 * @param variables the declared letters with their domains, in the order of their declaration
 * @param functions declared functions of unknown rule, allowed as {@code f(x, y)}
 * @param unitVectors whether i, j and k are the unit vectors (where no variable has that name)
 * @param arbitraryConstant whether one undeclared letter C, c, K or k may be added as a constant of integration; it is read
 *     as the symbol {@code C}
 * @param freeParameter whether one undeclared letter may be the parameter of a line, a curve or a plane (two for a plane)
 * @param forAuthors whether the functions of authors are allowed
 */
public record Vocabulary(
        Map<String, Domain> variables,
        Set<String> functions,
        boolean unitVectors,
        boolean arbitraryConstant,
        boolean freeParameter,
        boolean forAuthors) {

    public Vocabulary {
        variables = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        functions = Set.copyOf(functions);
    }

    /** Numbers only: no letters but the constants. */
    public static final Vocabulary NUMBERS = of(Map.of());

    public static Vocabulary of(Map<String, Domain> variables) {
        return new Vocabulary(variables, Set.of(), false, false, false, false);
    }

    public Vocabulary withFunctions(Set<String> declared) {
        return new Vocabulary(variables, declared, unitVectors, arbitraryConstant, freeParameter, forAuthors);
    }

    public Vocabulary withUnitVectors() {
        return new Vocabulary(variables, functions, true, arbitraryConstant, freeParameter, forAuthors);
    }

    public Vocabulary withArbitraryConstant() {
        return new Vocabulary(variables, functions, unitVectors, true, freeParameter, forAuthors);
    }

    public Vocabulary withFreeParameter() {
        return new Vocabulary(variables, functions, unitVectors, arbitraryConstant, true, forAuthors);
    }

    public Vocabulary forAuthors(boolean allowed) {
        return new Vocabulary(variables, functions, unitVectors, arbitraryConstant, freeParameter, allowed);
    }
}
