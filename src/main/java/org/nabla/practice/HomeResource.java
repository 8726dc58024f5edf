package org.nabla.practice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Track;
import org.nabla.progress.ExerciseStore;

/** The first page: what this is, an exercise to try, and the tracks. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
class HomeResource {
    private final Curriculum curriculum;
    private final ExerciseStore exercises;
    private final ExerciseChoice choice;
    private final Clock clock;

    HomeResource(Curriculum curriculum, ExerciseStore exercises, ExerciseChoice choice, Clock clock) {
        this.curriculum = curriculum;
        this.exercises = exercises;
        this.choice = choice;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "practice")
    static class Templates {
        static native TemplateInstance home(Optional<ExercisePage> page, List<Track> tracks);
    }

    @GET
    public TemplateInstance home() {
        var page = choice.toTry()
                .flatMap(address -> exercises.find(address.template(), address.seed()))
                .map(stored -> ExercisePage.of(ExerciseState.untouched(stored, clock.instant())));
        return Templates.home(page, curriculum.tracks());
    }
}
