package org.nabla.project.shelf;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.nabla.project.making.Solved;
import org.nabla.project.picture.SketchSvg;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.workshop.Workshops;

/** A picture as far as it has grown. */
public record PictureView(String title, RawString svg, String alternative, List<Legend> legend, int waiting) {

    /** @param number by which color and shape are known */
    record Legend(int number, String label) {}

    /** @param done the steps that are right: each brings its layers */
    public static List<PictureView> of(ProjectPlan plan, Solved solved, Set<String> done) {
        var views = new ArrayList<PictureView>();
        var sketches = Workshops.byId(plan.model().workshop()).orElseThrow().sketches(solved.data());
        for (var picture : plan.pictures()) {
            var shown = picture.layers().stream()
                    .filter(layer -> layer.after().map(done::contains).orElse(true))
                    .toList();
            // What stands there from the beginning is no picture of what the learner did.
            if (shown.stream().noneMatch(layer -> layer.after().isPresent())) {
                continue;
            }
            var legend = new ArrayList<Legend>();
            shown.forEach(layer -> legend.add(new Legend(legend.size() % 4, layer.label())));
            views.add(new PictureView(
                    picture.title(),
                    new RawString(SketchSvg.of(
                            picture, Objects.requireNonNull(sketches.get(picture.sketch()), picture.sketch()), shown)),
                    picture.alternative(),
                    legend,
                    picture.layers().size() - shown.size()));
        }
        return views;
    }
}
