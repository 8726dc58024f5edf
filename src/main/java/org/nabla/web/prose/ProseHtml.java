package org.nabla.web.prose;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Prose as exercises carry it, as safe HTML: {@code {prose:html(exercise.prompt)}} in a page. Blocks are parted by blank
 * lines; a block whose lines begin with a hyphen or a number is a list. All else is text.
 *
 * <p>A reader of Markdown reads mathematics as something else, and cannot be told to leave it: commonmark-java 0.27 makes a link of
 * the interval in {@code [0, 1](closed)}, bold letters of {@code 2**3 and 2**n}, a list of a line that begins with {@code - 3}, and
 * drops the backslash of <code>\(</code>.
 */
@TemplateExtension(namespace = "prose")
public final class ProseHtml {

    private static final Pattern BLANK_LINES = Pattern.compile("\\R\\s*\\R");
    private static final Pattern NEXT_ITEM = Pattern.compile("\\R(?=\\s*(?:-|\\d{1,2}\\.) )");
    private static final Pattern BULLET = Pattern.compile("^\\s*- +");
    private static final Pattern NUMBER = Pattern.compile("^\\s*\\d{1,2}\\. +");

    private static final Rendered<String> TEXTS = new Rendered<>(ProseHtml::blocks);
    private static final Rendered<String> LINES = new Rendered<>(text -> InlineHtml.of(text.strip()));

    private ProseHtml() {}

    /** As paragraphs and lists. */
    public static RawString html(String prose) {
        return TEXTS.of(prose);
    }

    /** Within a line: a label, a message, an option. */
    public static RawString inline(String prose) {
        return LINES.of(prose);
    }

    /** One formula from its LaTeX alone: mostly what somebody typed, and nobody will again. */
    public static RawString tex(String latex) {
        return new RawString(FormulaHtml.of(latex, false));
    }

    private static String blocks(String prose) {
        var html = new StringBuilder();
        for (var block : BLANK_LINES.split(prose.strip())) {
            html.append(block(block));
        }
        return html.toString();
    }

    private static String block(String block) {
        var items = List.of(NEXT_ITEM.split(block.strip()));
        if (items.stream().allMatch(BULLET.asPredicate())) {
            return list("ul", BULLET, items);
        }
        if (items.stream().allMatch(NUMBER.asPredicate())) {
            return list("ol", NUMBER, items);
        }
        return block.isBlank() ? "" : "<p>" + InlineHtml.of(block.strip()) + "</p>";
    }

    private static String list(String tag, Pattern mark, List<String> items) {
        var html = new StringBuilder("<" + tag + ">");
        for (var item : items) {
            html.append("<li>")
                    .append(InlineHtml.of(mark.matcher(item).replaceFirst("")))
                    .append("</li>");
        }
        return html.append("</").append(tag).append(">").toString();
    }
}
