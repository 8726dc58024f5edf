package org.nabla.practice.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.exercise.Exercise;
import org.nabla.figure.FigureFields;

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
    public static FigureView solved(Exercise exercise, Exercise.Figure figure) {
        var picture = new LinkedHashMap<>(figure.data());
        var asked = FigureFields.of(picture.remove("answer"));
        var layers = FigureFields.of(picture).at("layers").list();
        if (!asked.map().isEmpty()) {
            exercise.parts().stream()
                    .filter(part -> part.id().equals(asked.at("part").text()))
                    .findFirst()
                    .ifPresent(part -> picture.put(
                            "layers", answered(layers, asked, part.answer().value())));
        }
        return new FigureView(figure.kind(), picture, figure.alternative());
    }

    private static List<Object> answered(List<FigureFields> layers, FigureFields asked, List<String> key) {
        var result = new ArrayList<Object>();
        var region = asked.at("kind").text().equals("region");
        layers.forEach(
                layer -> result.add(region && key.contains(layer.at("label").text()) ? chosen(layer) : layer.map()));
        if (!region) {
            pair(String.join(" ", key)).ifPresent(at -> result.add(placed(asked, at)));
        }
        return result;
    }

    private static Map<Object, Object> chosen(FigureFields region) {
        var chosen = region.copy();
        chosen.put("chosen", "yes");
        return chosen;
    }

    private static Map<String, Object> placed(FigureFields asked, List<Double> at) {
        if (!asked.at("kind").text().equals("arrow")) {
            return Map.of("type", "point", "at", at);
        }
        var start = asked.at("from").numbers();
        var from = start.length == 2 ? List.of(start[0], start[1]) : List.of(0.0, 0.0);
        var to = List.of(from.get(0) + at.get(0), from.get(1) + at.get(1));
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
        var boxed = FigureFields.of(answer).copy();
        boxed.put("box", "answer-" + boxed.get("part"));
        return boxed;
    }
}
