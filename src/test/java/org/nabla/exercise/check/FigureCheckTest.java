package org.nabla.exercise.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.exercise.Seed;
import org.nabla.exercise.TestAlgebra;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.reading.TemplateReader;
import org.nabla.exercise.template.TemplateReading;

/** What is wrong in a figure is found. Whether those of the built-in templates are right is {@code BuiltInTemplatesTest}. */
class FigureCheckTest {
    private static final double[] WINDOW = {-2, 2, -2, 2};

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "contour: x*y, point: '(1, 1)'; nothing",
                "contour: x*y, point: '(3, 1)'; the point (3.0, 1.0) is outside the window",
                "contour: x*y, levels: [-1, 2], point: '(1, 1)'; no level curve passes through the point (1.0, 1.0)",
                "contour: x + y, curves: [x^2 + y^2 = 1]; nothing",
                "contour: x + y, levels: [0], curves: [x^2 + y^2 = 1]; no level curve touches the curve at",
                "arrow: '(1, 1)'; nothing",
                "arrow: '(3, 1)'; the tip of an arrow (3.0, 1.0) is outside the window",
                "arrow: '(0.05, 0)'; the arrow to (0.05, 0.0) is too short to have a head",
                "polygon: ['(0, 0)', '(1, 0)', '(0, 5)']; the corner (0.0, 5.0) is outside the window",
                "contour: x^2 + y^2, levels: [20]; no level curve is in the window",
            })
    void findsWhatIsWrong(String figure, String expected) {
        var problems = problems(figure);

        if (expected.equals("nothing")) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).anySatisfy(p -> assertThat(p).contains(expected));
        }
    }

    @Test
    void aLineThatCutsACornerIsFound() {
        var truth = new LineTruth((x, y) -> x * y, 0, WINDOW);
        var across = List.of(new double[] {-2, 0}, new double[] {2, 0});
        var up = List.of(new double[] {0, -2}, new double[] {0, 2});
        var turned = List.of(new double[] {-2, 0}, new double[] {-0.2, 0}, new double[] {0, 0.2}, new double[] {0, 2});

        assertThat(truth.problems(List.of(across, up))).isEmpty();
        assertThat(truth.problems(List.of(across))).isNotEmpty().allMatch(p -> p.startsWith("is missing"));
        assertThat(truth.problems(List.of(turned))).anyMatch(p -> p.startsWith("is drawn at"));
    }

    @Test
    void aLineWhereTheFunctionJumpsIsFound() {
        var truth = new LineTruth((x, y) -> x < 0.3 ? -1 : 1, 0, WINDOW);

        assertThat(truth.problems(List.of())).isEmpty();
        assertThat(truth.problems(List.of(List.of(new double[] {0.3, -2}, new double[] {0.3, 2}))))
                .anyMatch(p -> p.endsWith("where the function jumps"));
    }

    private static List<String> problems(String figure) {
        var yaml = """
                title: A figure
                skill: DF17
                level: 1
                version: 1
                variables: {x: real, y: real}
                parameters:
                  a: integer 1..5
                prompt: How much is ${a} and one?
                answer: {kind: number, value: a + 1}
                verify: answer - 1 = a
                mistakes:
                  - value: a
                    feedback: One is missing.
                  - value: a - 1
                    feedback: One was taken away.
                hints:
                  - Count on.
                  - Count on by one.
                solution:
                  - It is ${a + 1}.
                figure: {window: [-2, 2], %s, alt: A figure.}
                """.formatted(figure);
        var reading = TemplateReader.read("a-figure.yaml", yaml);
        assertThat(reading).as(yaml).isInstanceOf(TemplateReading.Read.class);
        var template = ((TemplateReading.Read) reading).template();
        var work = new ExerciseGenerator(TestAlgebra.CALCULUS).work(template, new Seed(0));
        return FigureCheck.problems(work, template.figure().orElseThrow());
    }
}
