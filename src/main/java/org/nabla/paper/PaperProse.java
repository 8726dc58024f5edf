package org.nabla.paper;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nabla.web.figure.FigureHtml;

/** The prose and the figures of exercises for a page that becomes a PDF: {@code {paper:html(sheet.prompt)}}. */
@TemplateExtension(namespace = "paper")
public final class PaperProse {
    private static final Pattern MARKS = Pattern.compile(
            "\\\\\\$|\\$\\$(.+?)\\$\\$|\\$([^$]+?)\\$|`([^`]+)`|\\*(\\S(?:[^*$]*\\S)?)\\*", Pattern.DOTALL);
    private static final Pattern BLANK_LINES = Pattern.compile("\\R\\s*\\R");
    private static final Pattern ITEM = Pattern.compile("\\R(?=\\s*(?:-|\\d{1,2}\\.) )");

    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9 \\s.,;:!?()\\[\\]'/&+=%*@#$-]+");

    private PaperProse() {}

    /** As paragraphs; each item of a list is one. */
    public static RawString html(String prose) {
        var html = new StringBuilder();
        for (var block : BLANK_LINES.split(prose.strip())) {
            for (var item : ITEM.split(block)) {
                html.append("<p>")
                        .append(run(item.strip().replaceFirst("^- +", "• ")))
                        .append("</p>");
            }
        }
        return new RawString(html.toString());
    }

    /** Within a line. */
    public static RawString inline(String prose) {
        return new RawString(run(prose.strip()));
    }

    /** Words that are no prose, such as a title. */
    public static RawString text(String words) {
        return new RawString(letters(words));
    }

    /** A figure with its words for those who do not see it. */
    public static RawString figure(Map<String, Object> data, String alternative) {
        return new RawString(FigureHtml.alone(data)
                .replaceFirst("<svg ", "<svg alt=\"" + escape(alternative).replace("$", "") + "\" "));
    }

    private static String run(String prose) {
        var html = new StringBuilder();
        var marks = MARKS.matcher(prose);
        var at = 0;
        while (marks.find()) {
            html.append(letters(prose.substring(at, marks.start()))).append(marked(marks));
            at = marks.end();
        }
        return html.append(letters(prose.substring(at))).toString();
    }

    private static String marked(Matcher marks) {
        if (marks.group(1) != null) {
            return "<span class=\"display\">" + formula(marks.group(1).strip(), true) + "</span>";
        }
        if (marks.group(2) != null) {
            return formula(marks.group(2).strip(), false);
        }
        if (marks.group(3) != null) {
            return "<code>" + escape(marks.group(3)) + "</code>";
        }
        return marks.group(4) == null ? "$" : "<em>" + run(marks.group(4)) + "</em>";
    }

    private static String formula(String latex, boolean display) {
        return PaperFormula.svg(latex, display).orElseGet(() -> "<code>" + escape(latex) + "</code>");
    }

    /**
     * The letters of TeX stand where they stood before there was Unicode: what is none of the common ones is taken from a font
     * that has it in its place.
     */
    private static String letters(String text) {
        return OTHERS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement("\u0001" + found.group() + "\u0002"))
                .transform(PaperProse::escape)
                .replace("\u0001", "<span class=\"other\">")
                .replace("\u0002", "</span>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
