package org.nabla.web.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.nabla.web.prose.ProseHtml;

/**
 * The pictures of a figure that moves, as JSON: {@code head} and {@code tail} are what all drawings begin and end with,
 * {@code frames} what stands between in each, with the sentence that belongs to it as HTML and as plain characters.
 */
public final class Frames {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Frames() {}

    /** One picture, with the sentence below it. */
    public record Frame(Map<String, Object> data, String reads) {}

    public static String json(List<Frame> frames) {
        var drawings = frames.stream().map(f -> FigureHtml.svg(f.data())).toList();
        var head = head(drawings);
        var tail = tail(drawings, head.length());
        var plot = Plot.of(DrawingReader.read(frames.get(0).data()).window());
        var window = plot.window();
        var middles = new java.util.ArrayList<List<String>>();
        for (int i = 0; i < frames.size(); i++) {
            var drawing = drawings.get(i);
            middles.add(List.of(
                    drawing.substring(head.length(), drawing.length() - tail.length()),
                    ProseHtml.inline(frames.get(i).reads()).toString(),
                    PlainLabel.of(frames.get(i).reads())));
        }
        try {
            return JSON.writeValueAsString(Map.of(
                    "head", head,
                    "tail", tail,
                    "frames", middles,
                    "window", List.of(window.left(), window.right(), window.bottom(), window.top()),
                    "plot", List.of(Plot.LEFT, Plot.TOP, plot.width(), plot.height())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers always have a form in JSON", e);
        }
    }

    private static String head(List<String> drawings) {
        var head = drawings.get(0);
        for (var drawing : drawings) {
            int same = 0;
            while (same < Math.min(head.length(), drawing.length()) && head.charAt(same) == drawing.charAt(same)) {
                same++;
            }
            head = head.substring(0, same);
        }
        return head;
    }

    /** Does not reach into the head: a drawing may be shorter than both together. */
    private static String tail(List<String> drawings, int head) {
        var tail = drawings.get(0).substring(head);
        for (var drawing : drawings) {
            int same = 0;
            while (same < Math.min(tail.length(), drawing.length() - head)
                    && tail.charAt(tail.length() - 1 - same) == drawing.charAt(drawing.length() - 1 - same)) {
                same++;
            }
            tail = tail.substring(tail.length() - same);
        }
        return tail;
    }
}
