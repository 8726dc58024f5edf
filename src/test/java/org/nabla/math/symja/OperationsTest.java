package org.nabla.math.symja;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.math.Cas;
import org.nabla.math.Cas.Answer;
import org.nabla.math.Cas.Operation;
import org.nabla.math.Expression;
import org.nabla.math.symja.worker.RunningCas;

class OperationsTest {
    private final Cas cas = RunningCas.get();

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            SIMPLIFY          | sin(x)^2 + cos(x)^2          | 1
            SIMPLIFY          | (x^2-1)/(x-1)                | x + 1
            SIMPLIFY          | x - y                        | x - y
            SIMPLIFY          | sqrt(x^2)                    | abs(x)
            SIMPLIFY          | norm([3, 4])                 | 5
            SIMPLIFY          | f(2x - x)                    | f(x)
            SIMPLIFY          | [x + x, 1]                   | (2*x, 1)
            EXPAND            | (x+y)^2                      | x^2 + 2*x*y + y^2
            FACTOR            | x^2 - y^2                    | (x - y)*(x + y)
            TOGETHER          | 1/x + 1/y                    | (x + y)/(x*y)
            ANTIDERIVATIVE    | x; x                         | x^2/2
            ANTIDERIVATIVE    | 1/x; x                       | ln(abs(x))
            ANTIDERIVATIVE    | ln(x); x                     | x*ln(x) - x
            ANTIDERIVATIVE    | x/(x^2+1); x                 | ln(x^2 + 1)/2
            ANTIDERIVATIVE    | 1/(x^2-1); x                 | (ln(abs(1 - x)) - ln(abs(x + 1)))/2
            ANTIDERIVATIVE    | x^x; x                       | UNSUPPORTED
            DEFINITE_INTEGRAL | x^2; x; 0; 1                 | 1/3
            DEFINITE_INTEGRAL | e^(-x); x; 0; inf            | 1
            DEFINITE_INTEGRAL | ln(x); x; 0; 1               | -1
            DEFINITE_INTEGRAL | x*y; x; 0; y                 | y^3/2
            DEFINITE_INTEGRAL | e^(-x^2); x; -inf; inf       | sqrt(pi)
            DEFINITE_INTEGRAL | 1/x; x; 1; inf               | UNSUPPORTED
            LIMIT             | sin(x)/x; x; 0               | 1
            LIMIT             | (1+1/x)^x; x; inf            | e
            LIMIT             | e^x; x; inf                  | inf
            LIMIT             | 1/x; x; 0                    | UNSUPPORTED
            LIMIT             | abs(x)/x; x; 0               | UNSUPPORTED
            EIGENVALUES       | [[2,1],[1,2]]                | {1, 3}
            EIGENVALUES       | [[2,0],[0,2]]                | {2, 2}
            EIGENVALUES       | [[0,-1],[1,0]]               | {}
            EIGENVALUES       | [[2,-1,0],[-1,2,-1],[0,-1,2]] | {2 - sqrt(2), 2, sqrt(2) + 2}
            """)
    void answers(Operation operation, String arguments, String expected) {
        assertThat(Asking.ask(cas, operation, arguments, "x real, y real")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            x^2 = 4                                  | x       | {(-2), (2)}
            x^2 = -1                                 | x       | {}
            x^3 = -8                                 | x       | {(-2)}
            (3x^2-3y, 3y^2-3x)                       | (x,y)   | {(0, 0), (1, 1)}
            (4x^3-4y, 4y^3-4x)                       | (x,y)   | {(-1, -1), (0, 0), (1, 1)}
            (y^2 = x*y, x^2+y^2 = 2)                 | (x,y)   | {(-sqrt(2), 0), (-1, -1), (1, 1), (sqrt(2), 0)}
            (2x = 2x*lambda, 4y = 2y*lambda, x^2+y^2 = 1) | (x,y,lambda) | {(-1, 0, 1), (0, -1, 2), (0, 1, 2), (1, 0, 1)}
            ((1-2x^2)*e^(-x^2-y^2), -2x*y*e^(-x^2-y^2)) | (x,y) | {(-1/sqrt(2), 0), (1/sqrt(2), 0)}
            (1/x - y, 1/y - x^2)                     | (x,y)   | {(1, 1)}
            (x+y = 3, 2x+2y = 7)                     | (x,y)   | {}
            sqrt(x) = x-2                            | x       | {(4)}
            e^x = 2                                  | x       | {(ln(2))}
            (x+y = 3, 2x+2y = 6)                     | (x,y)   | UNSUPPORTED
            x^5 - x - 1 = 0                          | x       | UNSUPPORTED
            sin(x) = 0                               | x       | UNSUPPORTED
            """)
    void solves(String equations, String letters, String expected) {
        assertThat(Asking.ask(cas, Operation.SOLVE, equations + ";" + letters, ""))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Import", "Run", "Needs", "ToExpression", "Table", "While", "Quit", "Pi", "I", "v000", "{1}", ""
            })
    void aNameOfTheAlgebraSystemIsALetterLikeAnyOther(String name) {
        var letter = new Expression.Symbol(name);
        var call = new Expression.Application(name, List.of(letter, letter));

        assertThat(simplified(letter)).isEqualTo(new Answer.Found(letter));
        assertThat(simplified(call)).isEqualTo(new Answer.Found(call));
    }

    @Test
    void anAuthorsFunctionIsNotCarriedOut() {
        var x = new Expression.Symbol("x");

        assertThat(simplified(new Expression.Call(org.nabla.math.Function.DIFF, x, x)))
                .isEqualTo(new Answer.Failed(Cas.Reason.UNSUPPORTED));
    }

    private Answer simplified(Expression e) {
        return cas.ask(Operation.SIMPLIFY, List.of(e), Map.of(), Duration.ofSeconds(20));
    }
}
