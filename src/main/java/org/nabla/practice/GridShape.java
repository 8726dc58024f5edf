package org.nabla.practice;

import java.util.LinkedHashMap;
import org.nabla.grading.AnswerSpec;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.ExpressionParser;
import org.nabla.math.Reading;
import org.nabla.math.Vocabulary;

/**
 * The boxes into which a vector or a matrix can be filled.
 *
 * @param rows 0 where there are none
 */
record GridShape(int rows, int columns) {
    private static final GridShape NONE = new GridShape(0, 0);

    static GridShape of(AnswerSpec answer) {
        switch (answer.kind()) {
            case "vector":
            case "point":
            case "direction":
            case "parallel":
            case "matrix":
                return read(answer);
            default:
                return NONE;
        }
    }

    private static GridShape read(AnswerSpec answer) {
        var variables = new LinkedHashMap<String, Domain>();
        answer.variables().keySet().forEach(name -> variables.put(name, Domain.REAL));
        if (answer.value().size() == 1
                && ExpressionParser.parse(answer.value().get(0), Vocabulary.of(variables))
                        instanceof Reading.Understood read) {
            if (read.expression() instanceof Expression.Tuple vector) {
                return new GridShape(1, vector.entries().size());
            }
            if (read.expression() instanceof Expression.Matrix matrix) {
                return new GridShape(matrix.rows().size(), matrix.rows().get(0).size());
            }
        }
        return NONE;
    }
}
