package org.nabla.exercise.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.Seed;
import org.nabla.exercise.TestAlgebra;
import org.nabla.exercise.reading.TemplateReader;
import org.nabla.exercise.template.BrokenTemplateException;
import org.nabla.exercise.template.TemplateReading;

/** The data of figures in space: of what they are made, how large they are, and what is refused. */
class SpaceFigureTest {

    @ParameterizedTest(name = "{0} is a {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "point: '(1, 1, 1)'; point; at",
                "arrow: '(1, 1, 1)'; arrow; to",
                "segment: '(0, 0, 0) to (1, 1, 1)'; segment; lines",
                "line: '(0, 0, 0) along (1, 1, 1)'; curve; lines",
                "curve: {is: '(t, t, t) for t in 0..1', directed: yes}; curve; heads",
                "plane: x + y = 1; sheet; faces",
                "plane: '(0, 0, 1) along (1, 0, 0) and (0, 1, 0)'; sheet; lines",
                "polygon: ['(0, 0, 0)', '(1, 0, 0)', '(0, 1, 1)']; sheet; faces",
                "field: (y, -x, 1); field; arrows",
                "surface: x*y; mesh; net",
                "surface: x^2 + y^2 + z^2 = 1; mesh; faces",
                "surface: '(u, v, u*v) for u in 0..1, v in 0..u'; mesh; net",
                "flux: '(x, y, z) through (u, v, u*v) for u in 0..1, v in 0..1'; mesh; arrows",
                "normals: '(u, v, u*v) for u in 0..1, v in 0..1'; mesh; arrows",
                "region: {x: [0, 1], y: [0, x], z: [0, x*y]}; mesh; net",
                "region: {r: [0, 1], theta: [0, pi], z: [r, 1]}; mesh; net",
                "region: {rho: [1, 2], phi: [0, pi/2], theta: [0, pi]}; mesh; net",
            })
    void eachThingIsALayer(String figure, String type, String key) {
        var layer = layer(figure("window: [-2, 2], " + figure));

        assertThat(layer.get("type")).isEqualTo(type);
        assertThat(layer.containsKey(key)).as(key).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "point: '(1, 1)'; expected three coordinates",
                "plane: x*y = 1; this is no equation of a plane",
                "plane: x = 7; the plane passes by the window",
                "line: '(7, 0, 0) along (0, 1, 0)'; the line passes by the window",
                "surface: x^2 + y^2 + z^2 = -1; nothing of the surface is in the window",
                "surface: x < y; expected an equation with one equals sign",
                "surface: x = y = z; expected an equation with one equals sign",
                "polygon: ['(0, 0, 0)', '(1, 0)', '(0, 1, 1)']; expected three coordinates",
            })
    void whatCannotBeDrawnIsSaid(String figure, String expected) {
        assertThatThrownBy(() -> figure("window: [-2, 2], " + figure))
                .isInstanceOf(BrokenTemplateException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void tooManySurfacesAreRefused() {
        var surface = "'(u, v, u*v) for u in 0..1, v in 0..1'";
        var round = "'(sin(v)*cos(u), sin(v)*sin(u), cos(v)) for u in 0..6, v in 0..3'";

        assertThat(figure("window: [-2, 2], surfaces: [" + surface + ", " + round + "]")
                        .kind())
                .isEqualTo("space");
        assertThatThrownBy(() -> figure("window: [-2, 2], surfaces: ["
                        + String.join(", ", List.of(round, round, round, round, round, round)) + "]"))
                .hasMessageContaining("too many surfaces");
    }

    @ParameterizedTest(name = "around {0} the window is {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "points: ['(1, 1, 1)', '(4, 3, 2)']; [0.0, 4.0, 0.0, 3.0, 0.0, 2.0]",
                "points: ['(1, 1, -1)', '(4, 3, -2)']; [0.0, 4.0, 0.0, 3.0, -2.0, 0.0]",
                "curve: '(3*cos(t), 3*sin(t), 0) for t in 0..2*pi'; [-3.0, 3.0, -3.0, 3.0, 0.0, 3.0]",
            })
    void aWindowOfRoundNumbersIsFound(String figure, String window) {
        assertThat(figure(figure).data().get("window")).hasToString(window);
    }

    @Test
    void noArrowIsSeenFromBehindItsTip() {
        var towards = figure("window: [-4, 4], arrow: '(3, 2, 3/2)'");
        var across = figure("window: [-4, 4], arrow: '(0, 1, 0)'");

        assertThat(across.data().get("view")).hasToString("[35.0, 24.0]");
        assertThat(towards.data().get("view")).hasToString("[58.0, 24.0]");
        assertThat(figure("window: [-4, 4], view: [10, 20], arrow: '(3, 2, 3/2)'")
                        .data()
                        .get("view"))
                .hasToString("[10.0, 20.0]");
    }

    @Test
    void theTimeIsLookedAtWhileASurfaceIsSearchedFor() {
        int plain = asked("point: '(1, 1, 1)'");
        int surface = asked("surface: x^2 + y^2 + z^2 = 1");

        assertThat(surface).isGreaterThan(plain + 50);
    }

    private static int asked(String figure) {
        var asked = new AtomicInteger();
        var generator = new ExerciseGenerator(TestAlgebra.CALCULUS, () -> () -> asked.incrementAndGet() < 0);
        figure("window: [-2, 2], " + figure, generator);
        return asked.get();
    }

    private static Exercise.Figure figure(String figure) {
        return figure(figure, new ExerciseGenerator(TestAlgebra.CALCULUS));
    }

    private static Exercise.Figure figure(String figure, ExerciseGenerator generator) {
        var yaml = """
                title: A figure
                skill: DF17
                level: 1
                version: 1
                variables: {x: real, y: real}
                parameters: {a: integer 1..5}
                prompt: How much is ${a} and one?
                answer: {kind: number, value: a + 1}
                verify: answer - 1 = a
                hints: [Count on.]
                solution: ["It is ${a + 1}."]
                figure: {axes: [x, y, z], %s, alt: A figure.}
                """.formatted(figure);
        var reading = TemplateReader.read("a-figure.yaml", yaml);
        assertThat(reading).as(yaml).isInstanceOf(TemplateReading.Read.class);
        return generator
                .generate(((TemplateReading.Read) reading).template(), new Seed(0))
                .figure()
                .orElseThrow();
    }

    private static Map<?, ?> layer(Exercise.Figure figure) {
        return figure.data().get("layers") instanceof List<?> layers && layers.get(0) instanceof Map<?, ?> layer
                ? layer
                : Map.of();
    }
}
