package org.nabla.math;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.reading.Reading;

/** Reads the formulas of tests. */
public final class Formulas {

    /** Letters that stand for any real number. */
    static final Map<String, Domain> LETTERS = letters();

    private Formulas() {}

    private static Map<String, Domain> letters() {
        var letters = new LinkedHashMap<String, Domain>();
        for (var name : "x y z t u v w a b c n k r s theta phi lambda rho x_1 x_2 w_1 w_2".split(" ")) {
            letters.put(name, Domain.REAL);
        }
        return letters;
    }

    public static Expression read(String text) {
        var reading = ExpressionParser.parse(text, Vocabulary.of(LETTERS).forAuthors(true));
        if (reading instanceof Reading.Understood understood) {
            return understood.expression();
        }
        throw new IllegalArgumentException(text + ": " + reading);
    }
}
