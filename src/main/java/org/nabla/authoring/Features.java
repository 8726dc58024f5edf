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

    private static final Map<FigurePlan.Type, String> FIGURES = Map.ofEntries(
            Map.entry(FigurePlan.Type.CONTOUR, "contour figure level curves"),
            Map.entry(FigurePlan.Type.SURFACE, "surface figure"),
            Map.entry(FigurePlan.Type.FIELD, "vector field figure"),
            Map.entry(FigurePlan.Type.REGION, "region figure"),
            Map.entry(FigurePlan.Type.POLAR_REGION, "polar region figure"),
            Map.entry(FigurePlan.Type.CURVE, "curve figure"),
            Map.entry(FigurePlan.Type.PARAMETRIC_CURVE, "parametric curve figure"),
            Map.entry(FigurePlan.Type.POINT, "point figure"),
            Map.entry(FigurePlan.Type.ARROW, "arrow figure"),
            Map.entry(FigurePlan.Type.POLYGON, "polygon figure"),
            Map.entry(FigurePlan.Type.SEGMENT, "segment figure in space"),
            Map.entry(FigurePlan.Type.LINE, "line figure in space"),
            Map.entry(FigurePlan.Type.PLANE, "plane figure in space"),
            Map.entry(FigurePlan.Type.LEVEL_SURFACE, "level surface quadric figure in space"),
            Map.entry(FigurePlan.Type.PARAMETRIC_SURFACE, "parametric surface figure in space"),
            Map.entry(FigurePlan.Type.FLUX, "flux surface figure in space"),
            Map.entry(FigurePlan.Type.NORMALS, "normal vectors surface figure in space"),
            Map.entry(FigurePlan.Type.SOLID, "solid region figure in space"));

    /** Words of a question that say nothing of what is looked for. */
    static final Set<String> SAYS_NOTHING = Set.of("a", "an", "the", "has", "have", "with", "of", "and", "is", "in");

    private static final Draw.Drawer<String> DRAWN = new Draw.Drawer<>() {
        @Override
        public String whole(Draw.Whole whole) {
            return "";
        }

        @Override
        public String ratio(Draw.Ratio ratio) {
            return "draws fraction";
        }

        @Override
        public String sign(Draw.Sign sign) {
            return "";
        }

        @Override
        public String oneOf(Draw.OneOf oneOf) {
            return "one of formulas";
        }

        @Override
        public String oneWord(Draw.OneWord oneWord) {
            return "one of words";
        }

        @Override
        public String permutation(Draw.Permutation permutation) {
            return "";
        }

        @Override
        public String distinct(Draw.Distinct distinct) {
            return "";
        }

        @Override
        public String entries(Draw.Entries entries) {
            return "draws vector point";
        }

        @Override
        public String grid(Draw.Grid grid) {
            return "draws matrix";
        }
    };

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
        template.page().figure().ifPresent(figure -> {
            figure.layers().forEach(layer -> features.add(FIGURES.getOrDefault(layer.type(), "figure")));
            figure.asked().ifPresent(asked -> features.add("figure is the answer place " + asked.what()));
        });
        template.page().python().ifPresent(code -> features.add("python snippet"));
        template.numbers().parameters().values().forEach(draw -> features.add(draw.by(DRAWN)));
        return features.stream().distinct().toList();
    }
}
