package org.nabla.web.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures in space as they are drawn on the server. */
class SceneSvgTest {
    private static final List<Integer> CUBE = List.of(-1, 1, -1, 1, -1, 1);
    private static final Map<String, Object> SQUARE = Map.of(
            "nodes",
            List.of(-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0),
            "faces",
            List.of(List.of(0, 1, 2, 3)),
            "lines",
            List.of(List.of(List.of(-1, -1, 0), List.of(1, -1, 0), List.of(1, 1, 0), List.of(-1, 1, 0))));

    @Test
    void everyLayerIsDrawn() {
        var figure = draw(List.of(
                with(SQUARE, "type", "sheet", "label", "$E$"),
                Map.of("type", "point", "at", List.of(0, 0, 1), "label", "$P_1$"),
                Map.of("type", "arrow", "from", List.of(0, 0, 0), "to", List.of(0, 1, 1), "label", "$u$"),
                Map.of("type", "segment", "lines", List.of(List.of(List.of(0, 0, 0), List.of(1, 1, 1)))),
                Map.of(
                        "type",
                        "curve",
                        "lines",
                        List.of(List.of(List.of(0, 0, 0), List.of(1, 0, 1), List.of(1, 1, 1))),
                        "heads",
                        List.of(List.of(List.of(0.9, 0, 0.9), List.of(1, 0, 1)))),
                Map.of("type", "field", "arrows", List.of(List.of(0, 0, 0, 1, 0, 0)))));

        for (var style : List.of("sheet", "edge", "dot", "arrow.tip", "thread", "curve", "head", "thin.tip", "grid")) {
            assertThat(figure.select("path." + style)).as(style).isNotEmpty();
        }
        assertThat(figure.select("text.axis").eachText()).containsExactly("x", "y", "z");
        assertThat(figure.select(".label").eachText()).containsExactlyInAnyOrder("E", "P₁", "u");
        assertThat(figure.select("figcaption").text()).isEqualTo("Words");
    }

    @Test
    void aSurfaceIsShadedAndItsVectorsStandOnIt() {
        var figure =
                draw(List.of(with(SQUARE, "type", "mesh", "net", "yes", "arrows", List.of(List.of(0, 0, 0, 0, 0, 1)))));

        assertThat(figure.select("path[class~=^s[0-7]$]")).hasSize(1);
        assertThat(figure.select("path.pin")).hasSize(1);
    }

    @ParameterizedTest(name = "a point at the height {0} is {1} the square")
    @CsvSource({"0.5, after", "-0.5, before"})
    void whatIsNearCoversWhatIsFar(double height, String place) {
        var figure = draw(List.of(with(SQUARE, "type", "mesh"), Map.of("type", "point", "at", List.of(0, 0, height))));

        var paths = figure.select("path").eachAttr("class");
        assertThat(paths.indexOf("dot")
                        > paths.stream()
                                .filter(c -> c.startsWith("s"))
                                .mapToInt(paths::indexOf)
                                .max()
                                .orElseThrow())
                .isEqualTo(place.equals("after"));
    }

    @Test
    void aPointInTheOpenHasALineToTheFloorAndOneBehindASurfaceHasNone() {
        var point = Map.of("type", "point", "at", List.of(0, 0, 0.5));

        assertThat(draw(List.of(point)).select("path.drop")).hasSize(1);
        assertThat(draw(List.of(point, with(SQUARE, "type", "mesh"))).select("path.drop"))
                .isEmpty();
    }

    @Test
    void xComesTowardsTheReaderOnTheLeftAndYGoesToTheRight() {
        var view = View.DEFAULT;

        assertThat(view.across(1, 0)).isNegative();
        assertThat(view.across(0, 1)).isPositive();
        assertThat(view.near(1, 0, 0)).isPositive();
        assertThat(view.up(0, 0, 1)).isPositive();
    }

    @ParameterizedTest(name = "from {0} and {1} degrees lengths across, up and towards the reader are those of space")
    @CsvSource({"35, 24", "0, 0", "120, -40", "-170, 89"})
    void aViewIsATurnOfSpace(double azimuth, double elevation) {
        var view = new View(azimuth, elevation);
        double across = view.across(1, -2);
        double up = view.up(1, -2, 3);
        double near = view.near(1, -2, 3);

        assertThat(across * across + up * up + near * near).isCloseTo(14, within(1e-9));
    }

    @Test
    void stepsAreEqualOnAllAxesUnlessThatWouldMakeABoard() {
        assertThat(SpaceBox.of(new double[] {0, 4, 0, 4, 0, 3}).sides()).containsExactly(1, 1, 0.75);
        assertThat(SpaceBox.of(new double[] {0, 4, 0, 4, 0, 0.1}).sides()).containsExactly(1, 1, 0.45);
    }

    @Test
    void theScriptGetsTheSameSceneAsNumbers() throws IOException {
        var figure = draw(List.of(Map.of("type", "point", "at", List.of(1, 1, 1), "label", "a < b & $x_n$")));

        var json = figure.expectFirst("script[type=application/json]").data();
        var scene = new ObjectMapper().readTree(json).at("/scene");
        assertThat(json).doesNotContain("<");
        assertThat(scene.at("/view/0").asDouble()).isEqualTo(35);
        var dot = scene.at("/pieces/dot/0/0").asInt();
        assertThat(List.of(
                        scene.at("/nodes/" + 3 * dot).asInt(),
                        scene.at("/nodes/" + (3 * dot + 1)).asInt(),
                        scene.at("/nodes/" + (3 * dot + 2)).asInt()))
                .containsExactly(1000, 1000, 1000);
        assertThat(scene.at("/labels/0/1").asText())
                .isEqualTo("a &lt; b &amp; x<tspan dy=\"4.5\" class=\"small\">n</tspan>");
    }

    @Test
    void dataThatMakesNoSenseDrawsNothingAndFailsNothing() {
        var figure = draw(List.of(
                "text",
                Map.of("type", "mesh"),
                Map.of("type", "mesh", "nodes", List.of(1, 2), "faces", List.of(List.of(0, 1, 7))),
                Map.of("type", "sheet", "nodes", List.of(1, 2, "x"), "faces", "none"),
                Map.of("type", "point", "at", List.of(1, 2)),
                Map.of("type", "arrow", "from", List.of(0, 0, 0)),
                Map.of("type", "curve", "lines", List.of(List.of(List.of(0, 0, 0)))),
                Map.of("type", "field", "arrows", List.of(List.of(0, 0, 0, 0, 0, 0)))));

        assertThat(figure.select("path").eachAttr("class")).containsOnly("grid", "axis");
    }

    @Test
    void aBoxThatIsNoneIsAFlatFigure() {
        assertThat(html(Map.of("window", List.of(0, 0, 0, 1, 0, 1), "layers", List.of()))
                        .attr("data-figure"))
                .isEqualTo("flat");
    }

    private static Map<String, Object> with(Map<String, Object> map, Object... more) {
        var all = new HashMap<>(map);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }

    private static Element draw(List<?> layers) {
        return html(Map.of("window", CUBE, "axes", List.of("x", "y", "z"), "layers", new ArrayList<>(layers)));
    }

    private static Element html(Map<String, Object> data) {
        return Jsoup.parseBodyFragment(FigureHtml.html(data, "Words").getValue())
                .expectFirst("figure");
    }
}
