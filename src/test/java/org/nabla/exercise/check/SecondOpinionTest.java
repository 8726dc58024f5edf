package org.nabla.exercise.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.generator.NameScope;
import org.nabla.exercise.template.NotMadeException;
import org.nabla.math.Cas;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Formulas;
import org.nabla.math.formula.Calculus;

class SecondOpinionTest {
    private static final Duration BUDGET = Duration.ofSeconds(1);

    /** An algebra system that says one thing, whatever it is asked. */
    private record Fixed(Answer answer) implements Cas {
        @Override
        public Answer ask(Operation operation, List<Expression> arguments, Map<String, Domain> domains, Budget budget) {
            return answer;
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public void close() {}
    }

    private static final Cas AWAY = new Fixed(new Cas.Answer.Failed(Cas.Reason.OVERLOADED));

    private static ValueWitness.Saying say(Cas cas, String formula, String value) {
        return new ValueWitness(Map.of(), cas, BUDGET)
                .say(new NameScope.Derived(Formulas.read(formula), Formulas.read(value)));
    }

    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            diff(x^2*y, x)                      | 2x*y               | AGREES
            diff(x^2*y, x)                      | 2x*y + x/100       | DISAGREES
            diff((2 - x)^(-1/2), x)             | 1/(2*(2 - x)^(3/2)) | AGREES
            diff((2 - x)^(-1/2), x)             | 1/(2*(2 - x))      | DISAGREES
            -(1 - x^2)/sqrt(1 - x^2)            | -sqrt(1 - x^2)     | AGREES
            -(1 - x^2)/sqrt(1 - x^2)            | x^2 - 1            | DISAGREES
            gradient(x*y^2, [x, y])             | (y^2, 2x*y)        | AGREES
            gradient(x*y^2, [x, y])             | (2x*y, y^2)        | DISAGREES
            hessian(x^3*y, [x, y])              | [[6x*y, 3x^2], [3x^2, 0]] | AGREES
            hessian(x^3*y, [x, y])              | [[6x*y, 3x^2], [3x, 0]]   | DISAGREES
            integrate(x*e^x, x, 0, 1)           | 1                  | AGREES
            integrate(x*e^x, x, 0, 1)           | e - 1              | DISAGREES
            integrate(x*e^x, x)                 | (x - 1)*e^x        | AGREES
            integrate(x*e^x, x)                 | (x + 1)*e^x        | DISAGREES
            factor(6x^2 - 24x + 18)             | 6*(x - 1)*(x - 3)  | AGREES
            factor(6x^2 - 24x + 18)             | 6*(x - 1)*(x + 3)  | DISAGREES
            limit(sin(x)/x, x, 0)               | 1                  | AGREES
            limit(sin(x)/x, x, 0)               | 0                  | DISAGREES
            det([[1, 2], [3, 4]])               | -2                 | AGREES
            det([[1, 2], [3, 4]])               | 10                 | DISAGREES
            inverse([[1, 2], [3, 4]])           | [[-2, 1], [3/2, -1/2]] | AGREES
            inverse([[1, 2], [3, 4]])           | [[-2, 1], [3/2, 1/2]]  | DISAGREES
            entry([ln(x^2 - 400), 2x], 2)       | 2x                 | AGREES
            piecewise(1/0, 1 > 2, inf)          | inf                | AGREES
            rank([[1, 2], [2, 4]])              | 1                  | OPEN
            """)
    void numbersSayWhetherAValueIsRight(String formula, String value, ValueWitness.Saying expected) {
        assertThat(say(AWAY, formula, value)).isEqualTo(expected);
    }

    @Test
    void theAlgebraSystemSaysWhetherAllSolutionsAreThere() {
        var three = new Fixed(new Cas.Answer.Found(Formulas.read("{(-1, -1), (0, 0), (1, 1)}")));
        var system = "solve([4x^3 - 4y, 4y^3 - 4x], [x, y])";

        assertThat(say(three, system, "{(0, 0), (1, 1), (-1, -1)}")).isEqualTo(ValueWitness.Saying.AGREES);
        assertThat(say(three, system, "{(0, 0), (1, 1)}")).isEqualTo(ValueWitness.Saying.DISAGREES);
        assertThatThrownBy(() -> say(AWAY, system, "{(0, 0), (1, 1)}")).hasMessageContaining("away");
    }

    /** Its third step says "The first factors as …". */
    @Test
    void anExerciseWithFactorsIsNotMadeWhileTheAlgebraSystemIsAway() {
        var template = ExerciseCatalogue.load()
                .find(new ExerciseId("critical-points-of-a-separable-cubic"))
                .orElseThrow();
        var generator = new ExerciseGenerator(new Calculus(AWAY, BUDGET));

        assertThatThrownBy(() -> generator.generate(template, new Seed(3)))
                .isInstanceOf(NotMadeException.class)
                .hasMessageStartingWith("critical-points-of-a-separable-cubic/3: ");
    }
}
