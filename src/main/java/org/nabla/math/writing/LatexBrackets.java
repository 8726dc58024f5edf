package org.nabla.math.writing;

/** Brackets in LaTeX, which grow only where something tall stands between them. */
final class LatexBrackets {
    private LatexBrackets() {}

    static String round(String content) {
        return around("(", content, ")");
    }

    static String around(String open, String content, String close) {
        boolean command = open.charAt(0) == '\\' && Character.isLetter(open.charAt(1));
        var gap = command ? " " : "";
        if (isTall(content)) {
            return "\\left" + open + gap + content + "\\right" + close;
        }
        return open + gap + content + gap + close;
    }

    private static boolean isTall(String content) {
        return content.contains("\\frac") || content.contains("\\begin") || content.contains("\\left");
    }
}
