package org.nabla.practice.home;

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
import org.nabla.account.session.CurrentUser;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Track;
import org.nabla.practice.VariantChoice;
import org.nabla.practice.desk.ExercisePage;
import org.nabla.practice.desk.ExerciseState;
import org.nabla.practice.next.NextWork;
import org.nabla.progress.store.ExerciseStore;

/** The first page: for strangers what this is and an exercise to try, for those who return their own work. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
class HomeResource {
    private final Curriculum curriculum;
    private final ExerciseCatalogue catalogue;
    private final ExerciseStore exercises;
    private final VariantChoice variants;
    private final HomePages pages;
    private final CurrentUser user;
    private final Clock clock;

    HomeResource(
            Curriculum curriculum,
            ExerciseCatalogue catalogue,
            ExerciseStore exercises,
            VariantChoice variants,
            HomePages pages,
            CurrentUser user,
            Clock clock) {
        this.curriculum = curriculum;
        this.catalogue = catalogue;
        this.exercises = exercises;
        this.variants = variants;
        this.pages = pages;
        this.user = user;
        this.clock = clock;
    }

    /** A track with how many of its skills can be practised, and how many are to come. */
    record TrackCard(Track track, long skills, long coming) {}

    @CheckedTemplate(basePath = "practice")
    static class Templates {
        static native TemplateInstance home(Optional<ExercisePage> page, List<TrackCard> tracks);

        static native TemplateInstance welcome(HomePage page);
    }

    @GET
    public TemplateInstance home() {
        return user.id()
                .map(learner -> pages.of(learner, user.getName()))
                .filter(page -> user.isSignedIn() || !page.isEmpty())
                .map(Templates::welcome)
                .orElseGet(this::forStrangers);
    }

    private TemplateInstance forStrangers() {
        var page = variants.toTry()
                .flatMap(address -> exercises.find(address.template(), address.seed()))
                .map(stored -> ExercisePage.of(ExerciseState.untouched(stored, clock.instant())));
        return Templates.home(page, curriculum.tracks().stream().map(this::card).toList());
    }

    private TrackCard card(Track track) {
        var ready = NextWork.practicable(catalogue, track.skills());
        return new TrackCard(track, ready, track.skills().size() - ready);
    }
}
