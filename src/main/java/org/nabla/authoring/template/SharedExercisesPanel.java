package org.nabla.authoring.template;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import org.nabla.classroom.CoursePanel;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.template.ExerciseTemplate;

/** The exercises that teachers wrote for a course, on its page: whoever is in it practices with them. */
@Singleton
@Priority(1) // below what is set
class SharedExercisesPanel implements CoursePanel {

    /** An exercise that can be practiced. */
    record Row(String address, String title) {
        static Row of(ExerciseTemplate template) {
            return new Row("/practice/" + template.id(), template.title());
        }
    }

    @CheckedTemplate(basePath = "authoring")
    static class Templates {
        static native TemplateInstance panel(List<Row> rows);
    }

    private final TemplateRepository templates;
    private final AuthoredShelf shelf;

    SharedExercisesPanel(TemplateRepository templates, AuthoredShelf shelf) {
        this.templates = templates;
        this.shelf = shelf;
    }

    @Override
    public RawString html(Seat seat) {
        var rows = templates.sharedIn(seat.course()).stream()
                .flatMap(template -> shelf.find(template.id()).stream())
                .map(Row::of)
                .toList();
        return new RawString(rows.isEmpty() ? "" : Templates.panel(rows).render());
    }
}
