package org.nabla.moodle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prose of exercises as HTML for Moodle, whose filter for MathJax typesets what stands between <code>\(</code> and <code>\)</code>. */
final class MoodleProse {
    private static final Pattern MARKS = Pattern.compile(
            "\\\\\\$|\\$\\$(.+?)\\$\\$|\\$([^$]+?)\\$|`([^`]+)`|\\*(\\S(?:[^*$]*\\S)?)\\*", Pattern.DOTALL);
    private static final Pattern BLANK_LINES = Pattern.compile("\\R\\s*\\R");
    private static final Pattern ITEM = Pattern.compile("(?m)^\\s*(?:-|\\d{1,2}\\.) +");

    private MoodleProse() {}

    static String html(String prose) {
        var html = new StringBuilder();
        for (var block : BLANK_LINES.split(prose.strip())) {
            var items = ITEM.matcher(block);
            html.append(
                    items.lookingAt()
                            ? "<p>" + inline(block).replaceAll("\\R", "<br>") + "</p>"
                            : "<p>" + inline(block) + "</p>");
        }
        return html.toString();
    }

    static String inline(String prose) {
        var html = new StringBuilder();
        var marks = MARKS.matcher(prose);
        var at = 0;
        while (marks.find()) {
            html.append(escape(prose.substring(at, marks.start()))).append(marked(marks));
            at = marks.end();
        }
        return html.append(escape(prose.substring(at))).toString();
    }

    private static String marked(Matcher marks) {
        if (marks.group(1) != null) {
            return "\\[" + escape(marks.group(1).strip()) + "\\]";
        }
        if (marks.group(2) != null) {
            return "\\(" + escape(marks.group(2).strip()) + "\\)";
        }
        if (marks.group(3) != null) {
            return "<code>" + escape(marks.group(3)) + "</code>";
        }
        return marks.group(4) == null ? "$" : "<em>" + escape(marks.group(4)) + "</em>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
