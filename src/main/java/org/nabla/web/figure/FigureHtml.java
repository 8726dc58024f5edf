package org.nabla.web.figure;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.util.Map;
import java.util.Optional;
import org.nabla.web.prose.ProseHtml;
import org.nabla.web.prose.Rendered;

/**
 * A figure of an exercise as HTML, {@code {figure:html(f.data, f.alternative)}} in a page: the drawing, the data from
 * which a script may bring it to life, and in words what it shows. The words are for those who do not see the drawing: they
 * may say what others are asked to read off it.
 */
@TemplateExtension(namespace = "figure")
public final class FigureHtml {

    /** Drawn when the first page is asked for, not when any page shows a figure. */
    private static final class Landscape {
        static final RawString PICTURE = new RawString(FirstPagePicture.svg());

        private Landscape() {}
    }

    /** A drawing, and the caption below it as HTML. */
    private record Shown(Map<String, Object> data, String caption) {
        /** Of the words alone: a drawing has thousands of numbers, and is mostly the same object. */
        @Override
        public int hashCode() {
            return caption.hashCode();
        }
    }

    private static final Rendered<Shown> FIGURES = new Rendered<>(shown -> made(shown.data(), shown.caption()));

    private FigureHtml() {}

    /** The picture of the first page. */
    public static RawString landscape() {
        return Landscape.PICTURE;
    }

    public static RawString html(Map<String, Object> data, String alternative) {
        return figure(data, "<figcaption class=\"visually-hidden\">" + ProseHtml.inline(alternative) + "</figcaption>");
    }

    /** The same with its words below it, where nothing is asked. */
    public static RawString captioned(Map<String, Object> data, String caption) {
        return figure(data, "<figcaption>" + ProseHtml.inline(caption) + "</figcaption>");
    }

    private static RawString figure(Map<String, Object> data, String caption) {
        return FIGURES.of(new Shown(data, caption));
    }

    private static String made(Map<String, Object> data, String caption) {
        var drawing = DrawingReader.read(data);
        boolean space = drawing.scene().isPresent();
        double width = space ? SceneSvg.WIDTH : Plot.of(drawing.window()).paperWidth();
        return "<figure class=\"figure\" data-figure=\"" + (space ? "space" : "flat")
                + "\""
                + drawing.asked().map(a -> " data-answer=\"" + a.kind() + "\"").orElse("")
                + "><div class=\"figure-frame\" data-width=\"" + tens(width) + "\">" + svg(drawing) + "</div>"
                + tools(drawing.asked(), space)
                + "<script type=\"application/json\">" + FigureData.of(drawing) + "</script>" + caption + "</figure>";
    }

    /** To the next ten, for each of which the style sheet has a width: no page needs a style of its own. */
    private static long tens(double width) {
        return 10 * Math.round(width / 10);
    }

    /** The room for what a script will put below the drawing, so that nothing moves when it does. */
    private static String tools(Optional<Asked> asked, boolean space) {
        return space || asked.filter(a -> !a.kind().equals("region")).isPresent()
                ? "<div class=\"figure-tools\"></div>"
                : "";
    }

    /** The drawing alone, {@code {figure:picture(f.data)}}, for a page that says what it shows in its own way. */
    public static RawString picture(Map<String, Object> data) {
        return new RawString(svg(data));
    }

    /** The drawing as a file of its own, with its colors in it, for places that have no style sheet of ours. */
    public static String alone(Map<String, Object> data) {
        return AloneSvg.of(svg(data));
    }

    static String svg(Map<String, Object> data) {
        return svg(DrawingReader.read(data));
    }

    private static String svg(Drawing drawing) {
        return drawing.scene().map(SceneSvg::of).orElseGet(() -> FlatSvg.of(drawing));
    }
}
