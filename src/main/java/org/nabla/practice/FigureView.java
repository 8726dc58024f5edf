package org.nabla.practice;

import java.util.Map;
import org.nabla.exercise.Exercise;

/** A figure: its data for the drawing, and its text. */
record FigureView(String kind, Map<String, Object> data, String alternative) {

    static FigureView of(Exercise.Figure figure) {
        return new FigureView(figure.kind(), figure.data(), figure.alternative());
    }
}
