package org.nabla.typesetting;

import java.util.Map;

/** Reads the environments of LaTeX that are tables: matrices, cases and aligned lines. */
final class MathMlTable {
    private record Style(String name, String open, String close) {}

    private static final Map<String, Style> STYLES = Map.ofEntries(
            Map.entry("matrix", new Style("matrix", "", "")),
            Map.entry("smallmatrix", new Style("matrix", "", "")),
            Map.entry("array", new Style("matrix", "", "")),
            Map.entry("pmatrix", new Style("matrix", "(", ")")),
            Map.entry("bmatrix", new Style("matrix", "[", "]")),
            Map.entry("vmatrix", new Style("matrix", "|", "|")),
            Map.entry("Vmatrix", new Style("matrix", "‖", "‖")),
            Map.entry("cases", new Style("cases", "{", "")),
            Map.entry("rcases", new Style("cases", "", "}")),
            Map.entry("aligned", new Style("aligned", "", "")),
            Map.entry("align", new Style("aligned", "", "")),
            Map.entry("split", new Style("aligned", "", "")),
            Map.entry("gathered", new Style("matrix", "", "")));

    private final MathMlSource in;
    private final MathMlParser parser;

    MathMlTable(MathMlSource in, MathMlParser parser) {
        this.in = in;
        this.parser = parser;
    }

    /** The table whose {@code \begin} was just read. */
    String read(int start) {
        var name = in.braced();
        var style = STYLES.get(name.replace("*", ""));
        if (style == null) {
            throw in.refuseAt("The environment " + name + " is not known.", start, in.position() - start);
        }
        if (name.equals("array")) {
            in.braced();
        }
        var rows = new StringBuilder("<mtable class=\"" + style.name() + "\">");
        while (!in.accept("\\end")) {
            rows.append("<mtr><mtd>").append(parser.row());
            while (in.at('&')) {
                in.next();
                rows.append("</mtd><mtd>").append(parser.row());
            }
            rows.append("</mtd></mtr>");
            if (in.accept("\\\\")) {
                in.skipSpace();
            } else if (!in.rest(4).equals("\\end")) {
                throw in.refuseAt("This \\begin has no \\end.", start, 6);
            }
        }
        if (!in.braced().equals(name)) {
            throw in.refuseAt("Close this with \\end{" + name + "}.", start, 6);
        }
        rows.append("</mtable>");
        if (style.open().isEmpty() && style.close().isEmpty()) {
            return rows.toString();
        }
        return "<mrow>" + fence(style.open()) + rows + fence(style.close()) + "</mrow>";
    }

    private static String fence(String bracket) {
        return bracket.isEmpty() ? "" : "<mo>" + bracket + "</mo>";
    }
}
