package org.nabla.math.symja.worker;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nabla.math.Cas.Operation;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.reading.Reading;
import org.nabla.math.symja.Algebra;
import org.nabla.math.symja.wire.Request;

/**
 * What a worker does before it says that it is ready. The first request of each sort loads rules for up to a second, which is
 * more than a check may take: a cold worker would be killed over it, and so would the cold one that takes its place.
 */
final class WarmUp {
    /** One for each set of rules that proofs load: a common denominator, angles, logarithms and powers under domains. */
    private static final List<String> PROOFS = List.of(
            "(x^2 - y^2)/(x - y) - x - y",
            "1/(x + y) + 1/(x - y) - 2x/(x^2 - y^2)",
            "sin(2x) + tan(x)^2 + 1 - sec(x)^2 - 2sin(x)*cos(x)",
            "sin(x + y) - sin(x)*cos(y) - cos(x)*sin(y)",
            "cosh(x)^2 - sinh(x)^2 - 1",
            "e^x*e^(-y) - e^(x - y)",
            "ln(a*b^2) - ln(a) - 2ln(b)",
            "sqrt(a^2*b) - a*sqrt(b)",
            "(a^2 + x^2)/sqrt(a^2 + x^2) - sqrt(a^2 + x^2)",
            "1/(sqrt(3) - sqrt(2)) - sqrt(3) - sqrt(2)",
            "arctan(x) + arctan(y) - arcsin(x)",
            "abs(x)^2 - x^2");

    private static final Map<String, Domain> LETTERS = letters();

    private WarmUp() {}

    static void run() {
        for (var difference : PROOFS) {
            Algebra.answer(new Request(Operation.PROVE_ZERO, List.of(read(difference)), LETTERS));
        }
        Algebra.answer(new Request(Operation.ANTIDERIVATIVE, List.of(read("x*sin(x)"), read("x")), LETTERS));
        ask(Operation.FACTOR, "6x^2 - 24x + 18");
        ask(Operation.SIMPLIFY, "(x^2 - 1)/(x - 1)");
        ask(Operation.LIMIT, "sin(x)/x", "x", "0");
        ask(Operation.DERIVATIVE, "x^2*sin(x)", "x");
        ask(Operation.COMPARE, "x + x", "2x");
    }

    private static void ask(Operation operation, String... arguments) {
        Algebra.answer(new Request(
                operation, Arrays.stream(arguments).map(WarmUp::read).toList(), LETTERS));
    }

    private static Map<String, Domain> letters() {
        var letters = new LinkedHashMap<String, Domain>();
        letters.put("x", Domain.REAL);
        letters.put("y", Domain.REAL);
        letters.put("a", Domain.POSITIVE);
        letters.put("b", Domain.POSITIVE);
        return letters;
    }

    private static Expression read(String text) {
        if (ExpressionParser.parse(text, Vocabulary.of(LETTERS)) instanceof Reading.Understood understood) {
            return understood.expression();
        }
        throw new IllegalStateException("not in the input language: " + text);
    }
}
