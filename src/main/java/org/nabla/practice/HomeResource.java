package org.nabla.practice;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.nabla.account.CurrentUser;
import org.nabla.account.UserId;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Track;
import org.nabla.practice.next.NextWork;
import org.nabla.progress.ExerciseStore;
import org.nabla.progress.HistoryFilter;
import org.nabla.progress.ProgressService;
import org.nabla.progress.SkillStates;
import org.nabla.progress.mastery.MasteryView;

/** The first page: for strangers what this is and an exercise to try, for those who return their own work. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
class HomeResource {
    private static final int LATEST = 5;

    private final Curriculum curriculum;
    private final ExerciseCatalogue catalogue;
    private final ExerciseStore exercises;
    private final ExerciseChoice choice;
    private final ProgressService progress;
    private final SkillStates states;
    private final List<HomeCourses> courses;
    private final List<Leads> leads;
    private final CurrentUser user;
    private final Clock clock;

    HomeResource(
            Curriculum curriculum,
            ExerciseCatalogue catalogue,
            ExerciseStore exercises,
            ExerciseChoice choice,
            ProgressService progress,
            SkillStates states,
            @All List<HomeCourses> courses,
            @All List<Leads> leads,
            CurrentUser user,
            Clock clock) {
        this.curriculum = curriculum;
        this.catalogue = catalogue;
        this.exercises = exercises;
        this.choice = choice;
        this.progress = progress;
        this.states = states;
        this.courses = courses;
        this.leads = leads;
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
                .map(this::own)
                .filter(page -> user.isSignedIn() || !page.isEmpty())
                .map(Templates::welcome)
                .orElseGet(this::forStrangers);
    }

    private HomePage own(UserId learner) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return new HomePage(
                // Whoever has begun nothing is asked first what for.
                Optional.of(learner)
                        .filter(id -> !choice.isStranger(Optional.of(id)))
                        .flatMap(choice::best),
                states.of(learner).values().stream().filter(MasteryView::due).count(),
                progress.weeks(learner, monday).stream().findFirst(),
                progress.history(learner, HistoryFilter.ALL, Optional.empty(), LATEST).stream()
                        .map(HomePage.Answered::of)
                        .toList(),
                courses.stream().flatMap(c -> c.of(learner).stream()).toList(),
                leads.stream().flatMap(l -> l.ready(learner).stream()).findFirst(),
                user.getName());
    }

    private TemplateInstance forStrangers() {
        var page = choice.toTry()
                .flatMap(address -> exercises.find(address.template(), address.seed()))
                .map(stored -> ExercisePage.of(ExerciseState.untouched(stored, clock.instant())));
        return Templates.home(page, curriculum.tracks().stream().map(this::card).toList());
    }

    private TrackCard card(Track track) {
        var ready = NextWork.practicable(catalogue, track.skills());
        return new TrackCard(track, ready, track.skills().size() - ready);
    }
}
