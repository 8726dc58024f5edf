package org.nabla.practice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.exercise.Exercise;

/** A figure: its data for the drawing, and its text. */
public record FigureView(String kind, Map<String, Object> data, String alternative) {
    private static final String NUMBER = "\\s*(-?[0-9.]+(?:/[0-9.]+)?)\\s*";
    private static final Pattern PAIR = Pattern.compile("[(<\\[]" + NUMBER + "," + NUMBER + "[)>\\]]");

    public static FigureView of(Exercise.Figure figure) {
        var data = new LinkedHashMap<>(figure.data());
        // What is placed in the figure goes into the box of its part.
        data.computeIfPresent("answer", (key, answer) -> boxed(answer));
        return new FigureView(figure.kind(), data, figure.alternative());
    }

    /** The same only to be looked at, with what was to be placed in it: as beside an example. */
    static FigureView solved(Exercise exercise, Exercise.Figure figure) {
        var picture = new LinkedHashMap<>(figure.data());
        if (picture.remove("answer") instanceof Map<?, ?> asked && picture.get("layers") instanceof List<?> layers) {
            exercise.parts().stream()
                    .filter(part -> part.id().equals(asked.get("part")))
                    .findFirst()
                    .ifPresent(part -> picture.put(
                            "layers", answered(layers, asked, part.answer().value())));
        }
        return new FigureView(figure.kind(), picture, figure.alternative());
    }

    private static List<Object> answered(List<?> layers, Map<?, ?> asked, List<String> key) {
        var result = new ArrayList<Object>(layers);
        if ("region".equals(asked.get("kind"))) {
            result.replaceAll(layer ->
                    layer instanceof Map<?, ?> region && key.contains(region.get("label")) ? chosen(region) : layer);
        } else {
            pair(String.join(" ", key)).ifPresent(at -> result.add(placed(asked, at)));
        }
        return result;
    }

    private static Map<Object, Object> chosen(Map<?, ?> region) {
        var chosen = new LinkedHashMap<Object, Object>(region);
        chosen.put("chosen", "yes");
        return chosen;
    }

    private static Map<String, Object> placed(Map<?, ?> asked, List<Double> at) {
        if (!"arrow".equals(asked.get("kind"))) {
            return Map.of("type", "point", "at", at);
        }
        var from = asked.get("from") instanceof List<?> start ? start : List.of(0.0, 0.0);
        var to = new ArrayList<Double>();
        for (int i = 0; i < 2; i++) {
            to.add((from.get(i) instanceof Number n ? n.doubleValue() : 0) + at.get(i));
        }
        return Map.of("type", "arrow", "from", from, "to", to);
    }

    /** Two plain numbers or fractions; what is placed in a figure snaps to such. */
    private static Optional<List<Double>> pair(String key) {
        var found = PAIR.matcher(key.strip());
        return found.matches()
                ? Optional.of(List.of(number(found.group(1)), number(found.group(2))))
                : Optional.empty();
    }

    private static double number(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Double.parseDouble(text)
                : Double.parseDouble(text.substring(0, slash)) / Double.parseDouble(text.substring(slash + 1));
    }

    private static Object boxed(Object answer) {
        if (!(answer instanceof Map<?, ?> asked)) {
            return answer;
        }
        var boxed = new LinkedHashMap<Object, Object>(asked);
        boxed.put("box", "answer-" + asked.get("part"));
        return boxed;
    }
}
