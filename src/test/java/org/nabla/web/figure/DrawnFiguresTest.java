package org.nabla.web.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.TestAlgebra;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.FigurePlan;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.reading.Reading;
import org.nabla.math.value.Evaluator;

/**
 * The figures of all templates as they are drawn: each point and each arrow is there, an arrow with its head, a label that
 * names a point names that point, and nothing that is seen gives the answer away. {@code -Dnabla.long=true} draws 200 of each.
 */
class DrawnFiguresTest {
    private static final int SEEDS = Boolean.getBoolean("nabla.long") ? 200 : 12;
    private static final ExerciseCatalogue CATALOGUE = ExerciseCatalogue.load();
    private static final ExerciseGenerator GENERATOR = new ExerciseGenerator(TestAlgebra.CALCULUS);
    private static final Pattern PAIR = Pattern.compile("\\((.+), (.+)\\)");
    private static final List<FigurePlan.Type> MARKS = List.of(FigurePlan.Type.POINT, FigurePlan.Type.ARROW);

    static Stream<ExerciseId> marked() {
        return CATALOGUE.all().stream()
                .filter(t -> t.page().figure().stream()
                        .flatMap(plan -> plan.layers().stream())
                        .anyMatch(layer -> MARKS.contains(layer.type())))
                .map(ExerciseTemplate::id);
    }

    @ParameterizedTest
    @MethodSource("marked")
    void showsWhatIsMeant(ExerciseId id) {
        var template = CATALOGUE.find(id).orElseThrow();
        for (int seed = 0; seed < SEEDS; seed++) {
            var figure = GENERATOR.generate(template, new Seed(seed)).figure().orElseThrow();
            var drawn = Jsoup.parse(
                    FigureHtml.html(figure.data(), figure.alternative()).toString());
            var layers = new ArrayList<Map<?, ?>>();
            list(figure.data().get("layers")).forEach(layer -> layers.add((Map<?, ?>) layer));

            assertThat(drawn.select(".dot")).as("points of seed %s", seed).hasSize(count(layers, "point"));
            assertThat(drawn.select(".arrow.tip")).as("heads of seed %s", seed).hasSize(count(layers, "arrow"));
            assertThat(drawn.select(".arrow.tip"))
                    .as("a head has a size, of seed %s", seed)
                    .allSatisfy(tip -> assertThat(spread(tip)).isGreaterThan(3));
            assertThat(drawn.select("figcaption")).allMatch(caption -> caption.hasClass("visually-hidden"));
            layers.stream().filter(layer -> "point".equals(layer.get("type"))).forEach(point -> label(point, drawn));
        }
    }

    private static void label(Map<?, ?> point, Element drawn) {
        if (!(point.get("label") instanceof String prose)) {
            return;
        }
        var label = PlainLabel.of(prose);
        assertThat(drawn.select(".label").eachText()).contains(label);
        var pair = PAIR.matcher(label);
        if (pair.matches()) {
            var at = list(point.get("at"));
            for (int i = 0; i < 2; i++) {
                assertThat(value(pair.group(i + 1)))
                        .as("coordinate %s of %s", i, label)
                        .isCloseTo(((Number) at.get(i)).doubleValue(), within(0.005));
            }
        }
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static double value(String text) {
        var reading = ExpressionParser.parse(text.replace('−', '-'), Vocabulary.NUMBERS);
        assertThat(reading).as(text).isInstanceOf(Reading.Understood.class);
        return Evaluator.of(((Reading.Understood) reading).expression(), List.of())
                .at();
    }

    private static int count(List<Map<?, ?>> layers, String type) {
        return (int)
                layers.stream().filter(layer -> type.equals(layer.get("type"))).count();
    }

    /** How far the corners of a path are apart, in pixels of the drawing. */
    private static double spread(Element path) {
        var numbers = Stream.of(path.attr("d").replaceAll("[MZ]", "").split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double most = 0;
        for (int i = 0; i < numbers.length; i += 2) {
            most = Math.max(most, Math.hypot(numbers[i] - numbers[0], numbers[i + 1] - numbers[1]));
        }
        return most;
    }
}
