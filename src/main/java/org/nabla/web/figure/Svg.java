package org.nabla.web.figure;

import java.util.List;

/** Writes SVG, coordinates to a tenth of a pixel. */
final class Svg {

    private final StringBuilder out = new StringBuilder(4096);

    Svg raw(String markup) {
        out.append(markup);
        return this;
    }

    /** A path through points, closed or open. */
    Svg path(String attributes, List<Point> points, boolean closed) {
        out.append("<path ").append(attributes).append(" d=\"M");
        for (int i = 0; i < points.size(); i++) {
            out.append(i == 0 ? "" : " ").append(pair(points.get(i)));
        }
        out.append(closed ? "Z\"/>" : "\"/>");
        return this;
    }

    Svg line(String style, Point from, Point to) {
        return path("class=\"" + style + "\"", List.of(from, to), false);
    }

    Svg dot(Point at) {
        out.append("<circle class=\"dot\" r=\"5\" cx=\"").append(number(at.x()));
        out.append("\" cy=\"").append(number(at.y())).append("\"/>");
        return this;
    }

    /** Text anchored at its start, middle or end. */
    Svg text(String style, String anchor, Point at, String text) {
        out.append("<text class=\"").append(style).append("\" text-anchor=\"").append(anchor);
        out.append("\" x=\"")
                .append(number(at.x()))
                .append("\" y=\"")
                .append(number(at.y()))
                .append("\">");
        out.append(escaped(text)).append("</text>");
        return this;
    }

    /** A label of prose, its lowered and raised pieces on their height. */
    Svg label(String style, String anchor, Point at, String prose) {
        out.append("<text class=\"").append(style).append("\" text-anchor=\"").append(anchor);
        out.append("\" x=\"")
                .append(number(at.x()))
                .append("\" y=\"")
                .append(number(at.y()))
                .append("\">");
        return raw(runs(prose)).raw("</text>");
    }

    /** The characters of a label, raised and lowered ones on their height. */
    static String runs(String prose) {
        var out = new StringBuilder();
        int height = 0;
        for (var run : PlainLabel.runs(prose)) {
            int down = height - run.shift();
            height = run.shift();
            var text = escaped(run.text());
            out.append(
                    down == 0 && run.shift() == 0
                            ? text
                            : "<tspan dy=\"" + number(4.5 * down) + "\"" + (run.shift() == 0 ? "" : " class=\"small\"")
                                    + ">" + text + "</tspan>");
        }
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0
                ? String.valueOf(tenths / 10)
                : (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }

    static String pair(Point p) {
        return number(p.x()) + " " + number(p.y());
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
