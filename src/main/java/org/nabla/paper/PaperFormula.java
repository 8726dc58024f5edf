package org.nabla.paper;

import java.awt.Color;
import java.awt.Insets;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JLabel;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/** A formula as a drawing of outlines, which needs no font where it is read and stands on the line of its text. */
final class PaperFormula {
    private static final String SVG = "http://www.w3.org/2000/svg";

    /** Of the text around, in pixels of which 96 are an inch: 11 points. */
    private static final float SIZE = 14.667f;

    /** What is open at the edge of a letter is not cut off. */
    private static final float ROOM = 1;

    /** The typesetter keeps state of its own between formulas. */
    private static final Object ONE_AT_A_TIME = new Object();

    private PaperFormula() {}

    /** @return empty where the typesetter does not know what is asked */
    static Optional<String> svg(String latex, boolean display) {
        synchronized (ONE_AT_A_TIME) {
            try {
                return Optional.of(drawn(latex, display));
            } catch (ParseException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw new IllegalStateException("a text cannot be written", e);
            }
        }
    }

    private static String drawn(String latex, boolean display) throws IOException {
        var icon = new TeXFormula(known(latex))
                .createTeXIcon(display ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT, SIZE);
        icon.setForeground(Color.BLACK);
        icon.setInsets(new Insets(0, 0, 0, 0), true);
        var document = GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
        var graphics = new SVGGraphics2D(SVGGeneratorContext.createDefault(document), true);
        graphics.translate(0, ROOM);
        icon.paintIcon(new JLabel(), graphics, 0, 0);
        var width = (int) Math.ceil(icon.getTrueIconWidth() + ROOM);
        var height = (int) Math.ceil(icon.getTrueIconHeight() + 2 * ROOM);
        var below = icon.getTrueIconDepth() + height - icon.getTrueIconHeight() - ROOM;
        var text = new StringWriter();
        graphics.stream(graphics.getRoot(), text, true, false);
        var inner = text.toString().replaceFirst("(?s)^.*?<svg[^>]*>", "").strip();
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"%s\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" alt=\"%s\" style=\"display:inline-block;vertical-align:%.2fpx\">",
                        SVG,
                        width,
                        height,
                        width,
                        height,
                        PaperProse.escape(latex),
                        -below)
                + inner;
    }

    /** In the words that the typesetter knows. */
    private static String known(String latex) {
        return latex.replace("\\lVert", "\\left\\|")
                .replace("\\rVert", "\\right\\|")
                .replace("\\lvert", "\\left|")
                .replace("\\rvert", "\\right|");
    }
}
