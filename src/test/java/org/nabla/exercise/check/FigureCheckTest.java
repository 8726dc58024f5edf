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

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "point: '(1, 1, 1)'; nothing",
                "point: '(1, 1, 3)'; the point (1.0, 1.0, 3.0) is outside the window",
                "arrow: '(1, 1, 1)'; nothing",
                "arrow: '(1, 1, 1) from (0, 0, 1.5)'; the tip of an arrow (1.0, 1.0, 2.5) is outside the window",
                "arrow: '(0.01, 0, 0)'; is too short to have a head",
                "segment: '(0, 0, 0) to (1, 1, 4)'; the corner (1.0, 1.0, 4.0) is outside the window",
                "curve: '(cos(t), sin(t), t/4) for t in 0..2*pi'; nothing",
                "curve: '(3*cos(t), sin(t), t/4) for t in 0..2*pi'; the curve at (3.0, 0.0, 0.0) is outside the window",
                "surface: '(u, v, u*v) for u in 0..1, v in 0..1'; nothing",
                "surface: '(u, v, 4*u) for u in 0..1, v in 0..1'; the surface at (1.0, 0.0, 4.0) is outside the window",
                "surface: x^2 + y^2 + z^2 = 1; nothing",
                "surface: x^2 + y^2 - z^2 = 1/2; nothing",
                "surface: x^2 + y^2 - z^2 = 0; nothing",
                "surface: 1/(x - 0.3) = 0; is drawn at",
                "surface: (x^2 + y^2 + z^2 - 1)*((x - 1.4)^2 + (y + 0.245)^2 + (z - 0.245)^2 - 0.0009) = 0; is missing near",
                "surface: x^2 + y^2 + z^2 = 1, point: {is: '(0.6, 0, 0.8)', on: yes}; nothing",
                "surface: x^2 + y^2 + z^2 = 1, point: {is: '(0.6, 0, 0.7)', on: yes}; (0.6, 0.0, 0.7) lies on no surface",
                "plane: x + y + z = 1, point: {is: '(1, 1, -1)', on: yes}; nothing",
                "plane: '(0, 0, 1) along (1, -1, 0) and (0, 1, -1)', point: {is: '(1, 1, -1)', on: yes}; nothing",
                "plane: x + y + z = 1, point: {is: '(1, 1, 0)', on: yes}; (1.0, 1.0, 0.0) lies on no surface",
                "line: '(0, 0, 1) along (1, 0, 0)', point: {is: '(1, 0, 1)', on: yes}; nothing",
                "polygon: ['(0, 0, 0)', '(1, 0, 0)', '(0, 1, 5)']; the corner (0.0, 1.0, 5.0) is outside the window",
                "region: {rho: [0, 1], phi: [0, pi/4], theta: [0, 2*pi]}; nothing",
                "region: {r: [0, 1], theta: [0, pi], z: [0, 3 - r]}; the surface at",
                "flux: '(x, y, 0) through (cos(t), sin(t), z) for t in 0..pi, z in 0..1'; nothing",
                "flux: '(0, 0, 0) through (cos(t), sin(t), z) for t in 0..pi, z in 0..1'; are all zero",
            })
    void findsWhatIsWrongInSpace(String figure, String expected) {
        findsWhatIsWrong("axes: [x, y, z], " + figure, expected);
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
        return FigureCheck.problems(work, template.page().figure().orElseThrow());
    }
}
