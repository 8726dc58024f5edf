package org.nabla.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.exercise.template.Draw;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.FigurePlan;

/** What is special about a template, in the words in which an author looks for an example of it. */
final class Features {

    private static final Map<FigurePlan.Type, String> FIGURES = Map.of(
            FigurePlan.Type.CONTOUR, "contour figure level curves",
            FigurePlan.Type.SURFACE, "surface figure",
            FigurePlan.Type.FIELD, "vector field figure",
            FigurePlan.Type.REGION, "region figure",
            FigurePlan.Type.POLAR_REGION, "polar region figure",
            FigurePlan.Type.CURVE, "curve figure",
            FigurePlan.Type.PARAMETRIC_CURVE, "parametric curve figure",
            FigurePlan.Type.POINT, "point figure",
            FigurePlan.Type.ARROW, "arrow figure",
            FigurePlan.Type.POLYGON, "polygon figure");

    /** Words of a question that say nothing of what is looked for. */
    static final Set<String> SAYS_NOTHING = Set.of("a", "an", "the", "has", "have", "with", "of", "and", "is", "in");

    private Features() {}

    static List<String> of(ExerciseTemplate template) {
        var features = new ArrayList<String>();
        for (var part : template.parts()) {
            features.add("kind " + part.answer().kind());
            part.answer().options().keySet().forEach(option -> features.add("option " + option));
            if (!part.answer().given().isEmpty()) {
                features.add("error carried forward");
            }
            if (part.mistakes().stream().anyMatch(mistake -> mistake.when().isPresent())) {
                features.add("mistake with condition when");
            }
        }
        if (template.parts().size() > 1) {
            features.add("several parts " + template.parts().size() + " parts");
        }
        template.figure().ifPresent(figure -> {
            figure.layers().forEach(layer -> features.add(FIGURES.getOrDefault(layer.type(), "figure")));
            figure.asked().ifPresent(asked -> features.add("figure is the answer place " + asked.what()));
        });
        template.python().ifPresent(code -> features.add("python snippet"));
        template.parameters().values().forEach(draw -> features.add(drawn(draw)));
        return features.stream().distinct().toList();
    }

    private static String drawn(Draw draw) {
        if (draw instanceof Draw.OneWord) {
            return "one of words";
        }
        if (draw instanceof Draw.OneOf) {
            return "one of formulas";
        }
        return draw instanceof Draw.Grid
                ? "draws matrix"
                : draw instanceof Draw.Entries
                        ? "draws vector point"
                        : draw instanceof Draw.Ratio ? "draws fraction" : "";
    }
}
