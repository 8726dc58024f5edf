package org.nabla.web.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureHtmlTest {

    private static final List<Integer> WINDOW = List.of(-2, 2, -2, 2);

    @Test
    void everyLayerIsDrawnAndSaidInWords() {
        var figure = draw(List.of(
                Map.of("type", "contour", "grid", saddle()),
                Map.of("type", "region", "outline", List.of(List.of(0, 0), List.of(1, 0), List.of(1, 1))),
                Map.of("type", "arrow", "from", List.of(0, 0), "to", List.of(1, 1), "label", "$\\nabla f$"),
                Map.of("type", "point", "at", List.of(1, 1), "label", "$P_1$")));

        assertThat(figure.select(".line")).isNotEmpty();
        assertThat(figure.select(".area")).hasSize(1);
        assertThat(figure.select(".arrow.tip")).hasSize(1);
        assertThat(figure.select(".dot")).hasSize(1);
        assertThat(figure.select(".label").eachText()).containsExactly("∇f", "P₁");
        assertThat(figure.select("figcaption").text()).isEqualTo("Words");
    }

    @Test
    void aSurfaceIsShadedTiles() {
        var figure = draw(List.of(Map.of("type", "surface", "grid", saddle())));

        assertThat(figure.attr("data-figure")).isEqualTo("space");
        assertThat(String.join("", figure.select("path[class^=s]").eachAttr("d"))
                        .split("M"))
                .as("five times five tiles, after nothing")
                .hasSize(26);
    }

    @Test
    void whatIsNoPictureOfAPlaneStandsWithoutAxes() {
        var layers = List.of(Map.of("type", "point", "at", List.of(1, 1), "label", "$h_1$"));

        var network = html(Map.of("window", WINDOW, "axes", List.of(), "layers", layers));
        var plane = html(Map.of("window", WINDOW, "layers", layers));

        assertThat(network.select(".grid, .zero, .tick, .axis")).isEmpty();
        assertThat(network.select(".dot, .label")).hasSize(2);
        assertThat(plane.select(".axis").eachText()).containsExactly("x", "y");
    }

    @Test
    void aSurfaceHasAxesWhateverIsSaid() {
        var surface = Map.of("type", "surface", "grid", saddle());

        assertThat(html(Map.of("window", WINDOW, "axes", List.of(), "layers", List.of(surface)))
                        .select("text.axis")
                        .eachText())
                .containsExactly("x", "y", "z");
    }

    @Test
    void theScriptGetsTheSameDrawingAsNumbers() throws IOException {
        var figure = draw(List.of(Map.of("type", "point", "at", List.of(0.123456789, -1), "label", "</script>")));

        var json = figure.expectFirst("script[type=application/json]");
        var dot = new ObjectMapper().readTree(json.data()).at("/shapes/0");
        assertThat(dot.at("/kind").asText()).isEqualTo("dot");
        assertThat(dot.at("/points/0/0").asDouble()).isEqualTo(0.12346);
        assertThat(dot.at("/label").asText()).isEqualTo("</script>");
    }

    @Test
    void dataThatMakesNoSenseDrawsNothingAndFailsNothing() {
        var figure = draw(List.of(
                "text",
                Map.of("type", "contour"),
                Map.of("type", "contour", "grid", Map.of("columns", 3, "rows", 9, "values", List.of(1, 2))),
                Map.of("type", "point", "at", List.of("x")),
                Map.of("type", "arrow", "from", List.of(0, 0)),
                Map.of("type", "field", "arrows", List.of(List.of(0, 0, 0, 0))),
                Map.of("type", "unknown")));

        assertThat(figure.select(".line, .dot, .arrow, .thin, .area")).isEmpty();
    }

    @ParameterizedTest(name = "{0} is labelled {1}")
    @CsvSource({
        "$x^2$, x²",
        "$P_{0}$, P₀",
        "$-\\eta\\nabla f$, −η∇f",
        "start, start",
        "$\\mathbf{u}$, u",
        "$\\hat{y}$, y\u0302",
        "'$(\\ln 7, 0)$', '(ln 7, 0)'",
        "'$(\\ln\\left(7\\right), 0)$', '(ln(7), 0)'",
        "'$\\left(\\frac{1}{2}, \\sqrt{3}\\right)$', '(1/2, √3)'",
        "$z_x$, z_x",
        "$e^{2x}$, e^2x",
        "$\\sin x$, sin x"
    })
    void labelsAreWrittenInPlainCharacters(String prose, String expected) {
        assertThat(PlainLabel.of(prose)).isEqualTo(expected);
    }

    private static Map<String, Object> saddle() {
        var values = new java.util.ArrayList<Double>();
        for (int i = 0; i < 36; i++) {
            values.add((i % 6 - 2.5) * (i / 6 - 2.5));
        }
        return Map.of("columns", 6, "rows", 6, "values", values);
    }

    private static Element draw(List<?> layers) {
        return html(Map.of("window", WINDOW, "layers", layers));
    }

    private static Element html(Map<String, Object> data) {
        return Jsoup.parseBodyFragment(FigureHtml.html(data, "Words").getValue())
                .expectFirst("figure");
    }

    @Test
    void aLabelMayBeLoweredRepeatedAndStandInTheMiddleOfAnArrow() {
        var figure = draw(List.of(
                Map.of(
                        "type",
                        "arrow",
                        "from",
                        List.of(-1, 0),
                        "to",
                        List.of(1, 0),
                        "label",
                        "$z_x$",
                        "place",
                        "middle"),
                Map.of("type", "arrow", "from", List.of(-1, -1), "to", List.of(1, -1), "label", "$2$"),
                Map.of("type", "curve", "lines", List.of(List.of(List.of(-2, 1), List.of(2, 1))), "label", "$2$")));

        assertThat(figure.select(".label").eachText()).containsExactly("zx", "2", "2");
        assertThat(figure.select(".label tspan.small").text()).isEqualTo("x");
        assertThat(figure.select(".arrow.tip")).hasSize(2);
    }

    @Test
    void aLevelOfWhichTheValueIsNotToldIsDrawnWithoutIt() {
        var line = List.of(List.of(List.of(-2, 1), List.of(2, 1)));
        var figure = draw(List.of(Map.of(
                "type",
                "contour",
                "curves",
                List.of(Map.of("level", 3, "lines", line), Map.of("level", 4, "lines", line, "named", "no")))));

        assertThat(figure.select(".line")).hasSize(2);
        assertThat(figure.select(".level").eachText()).containsExactly("3");
    }

    @Test
    void theWordsOfAFigureAreForThoseWhoDoNotSeeIt() {
        assertThat(draw(List.of()).select("figcaption.visually-hidden").text()).isEqualTo("Words");
    }
}
