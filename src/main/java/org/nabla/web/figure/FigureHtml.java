package org.nabla.web.figure;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.util.Map;
import org.nabla.web.prose.ProseHtml;

/**
 * A figure of an exercise as HTML, {@code {figure:html(f.data, f.alternative)}} in a page: the drawing, the data from
 * which a script may bring it to life, and below it in words what it shows.
 */
@TemplateExtension(namespace = "figure")
public final class FigureHtml {

    private static final RawString LANDSCAPE = new RawString(Landscape.svg());

    private FigureHtml() {}

    /** The picture of the first page. */
    public static RawString landscape() {
        return LANDSCAPE;
    }

    public static RawString html(Map<String, Object> data, String alternative) {
        var drawing = DrawingReader.read(data);
        var svg = svg(drawing);
        var way = drawing.surface().isPresent() ? "surface" : "flat";
        var asked =
                drawing.asked().map(a -> " data-answer=\"" + a.kind() + "\"").orElse("");
        return new RawString("<figure class=\"figure\" data-figure=\"" + way + "\"" + asked
                + "><div class=\"figure-frame\">" + svg + "</div>"
                + "<script type=\"application/json\">" + FigureData.of(drawing) + "</script><figcaption>"
                + ProseHtml.inline(alternative) + "</figcaption></figure>");
    }

    /** The drawing alone, {@code {figure:picture(f.data)}}, for a page that says what it shows in its own way. */
    public static RawString picture(Map<String, Object> data) {
        return new RawString(svg(data));
    }

    static String svg(Map<String, Object> data) {
        return svg(DrawingReader.read(data));
    }

    private static String svg(Drawing drawing) {
        return drawing.surface().map(grid -> SurfaceSvg.of(drawing, grid)).orElseGet(() -> FlatSvg.of(drawing));
    }
}
