package org.nabla.practice;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nabla.exercise.Exercise;

/** A figure: its data for the drawing, and its text. */
record FigureView(String kind, Map<String, Object> data, String alternative) {

    static FigureView of(Exercise.Figure figure) {
        var data = new LinkedHashMap<>(figure.data());
        // What is placed in the figure goes into the box of its part.
        data.computeIfPresent("answer", (key, answer) -> boxed(answer));
        return new FigureView(figure.kind(), data, figure.alternative());
    }

    /** The same only to be looked at, as beside an example. */
    FigureView asPicture() {
        var picture = new LinkedHashMap<>(data);
        picture.remove("answer");
        return new FigureView(kind, picture, alternative);
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
