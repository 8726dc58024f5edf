package org.nabla.practice;

import io.quarkus.arc.All;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nabla.account.CurrentUser;
import org.nabla.account.UserId;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Area;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.math.lexing.DecimalComma;
import org.nabla.progress.FormName;
import org.nabla.progress.GradedAttempt;
import org.nabla.progress.Help;
import org.nabla.progress.ProgressService;
import org.nabla.progress.StoredExercise;
import org.nabla.progress.report.Reports;

/**
 * Where an exercise is shown and answered, for practice and for every other {@link Occasion}: a feature that has addresses
 * and rules of its own shows the same page, with the same forms, through this.
 */
@ApplicationScoped
public class ExerciseDesk {
    static final String ANSWER_FIELD = "answer-";

    private final PracticeService practice;
    private final ProgressService progress;
    private final ExerciseCatalogue catalogue;
    private final Curriculum curriculum;
    private final List<PageNotes> notes;
    private final Reports reports;
    private final Teachings teachings;
    private final List<Surroundings> surroundings;
    private final CurrentUser user;
    private final Clock clock;

    ExerciseDesk(
            PracticeService practice,
            ProgressService progress,
            ExerciseCatalogue catalogue,
            Curriculum curriculum,
            @All List<PageNotes> notes,
            Reports reports,
            Teachings teachings,
            @All List<Surroundings> surroundings,
            CurrentUser user,
            Clock clock) {
        this.practice = practice;
        this.progress = progress;
        this.catalogue = catalogue;
        this.curriculum = curriculum;
        this.notes = notes;
        this.reports = reports;
        this.teachings = teachings;
        this.surroundings = surroundings;
        this.user = user;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param submission the attempt whose verdict is shown
     */
    public TemplateInstance show(StoredExercise stored, Occasion occasion, @Nullable String submission) {
        return show(stored, occasion, submission, Optional.empty());
    }

    /** The page with what was typed before signing in ({@link KeptAnswers}), and no verdict: that would speak of something else. */
    public TemplateInstance showKept(StoredExercise stored, Occasion occasion, MultivaluedMap<String, String> query) {
        return ExercisePage.whole(state(stored, occasion, user.id(), Optional.empty(), typed(stored.exercise(), query))
                .during(Interruption.OVER));
    }

    TemplateInstance show(
            StoredExercise stored, Occasion occasion, @Nullable String submission, Optional<WhyThis> why) {
        var learner = user.id();
        var attempt = learner.flatMap(
                id -> submissionId(submission).or(occasion::latest).flatMap(form -> progress.recorded(id, form)));
        return ExercisePage.whole(state(stored, occasion, learner, attempt, occasion.drafted()), why);
    }

    /** What a form says of the boxes of an exercise, by part: only of those that it has. */
    public Map<String, String> boxes(StoredExercise stored, MultivaluedMap<String, String> form) {
        return typed(stored.exercise(), form);
    }

    /**
     * Hands in what stood in the boxes of somebody who did not do it themselves, as when their time is over. Nothing where
     * they are empty.
     *
     * @param submission the same for the same boxes, so that they are handed in once
     */
    public void handIn(
            UserId learner, StoredExercise stored, Occasion occasion, UUID submission, Map<String, String> typed) {
        practice.answer(
                learner,
                stored,
                submission,
                typed,
                new Circumstances(
                        occasion.manner(),
                        occasion.rules().feedback(),
                        kept -> occasion.kept(learner, kept),
                        again -> occasion.repeated(learner, again)));
    }

    /** Grades what was sent and answers with the page, or for a script with the part of it that changes. */
    public Response answer(
            StoredExercise stored, Occasion occasion, MultivaluedMap<String, String> form, boolean fromScript) {
        var typed = typed(stored.exercise(), form);
        if (!occasion.rules().open()) {
            var state = state(stored, occasion, user.id(), Optional.empty(), typed);
            return Response.ok(fromScript ? ExercisePage.work(state) : ExercisePage.whole(state))
                    .build();
        }
        var submission = submissionId(form.getFirst("submission")).orElseGet(UUID::randomUUID);
        var learner = user.orGuest();
        var circumstances = new Circumstances(
                occasion.manner(),
                occasion.rules().feedback(),
                kept -> occasion.kept(learner, kept),
                again -> occasion.repeated(learner, again));
        var attempt = practice.answer(learner, stored, submission, typed, circumstances);
        // Nothing typed is nothing kept, so there is no attempt to go to.
        if (fromScript || attempt.responses().isEmpty()) {
            var state = state(stored, occasion, Optional.of(learner), Optional.of(attempt), typed)
                    .during(
                            form.getFirst("signed-in") != null && !user.isSignedIn()
                                    ? Interruption.SIGNED_OUT
                                    : Interruption.NONE);
            return Response.ok(fromScript ? ExercisePage.work(state) : ExercisePage.whole(state))
                    .build();
        }
        return Response.seeOther(URI.create(occasion.rules().address() + "?attempt=" + attempt.submission() + "#work"))
                .build();
    }

    /** Opens a hint or the worked way. What was typed comes along, so that nothing is lost. */
    public TemplateInstance help(
            StoredExercise stored, Occasion occasion, MultivaluedMap<String, String> form, boolean fromScript) {
        var learner = user.orGuest();
        if (occasion.rules().help()) {
            progress.openHelp(
                    learner, stored, Help.asked(form.getFirst("hints"), form.getFirst("solution"), stored.exercise()));
        }
        var attempt = submissionId(form.getFirst("shown")).flatMap(shown -> progress.recorded(learner, shown));
        // The clock of a form that is still to be sent runs on; one that was sent is not used again.
        var next = submissionId(form.getFirst("submission"))
                .filter(same -> progress.recorded(learner, same).isEmpty())
                .orElseGet(this::newForm);
        var state = state(stored, occasion, Optional.of(learner), attempt, typed(stored.exercise(), form), next);
        return fromScript ? ExercisePage.work(state) : ExercisePage.whole(state);
    }

    /** How the text in one box is read, while it is typed. Judges nothing and keeps nothing. */
    public TemplateInstance reading(Exercise exercise, String part, MultivaluedMap<String, String> form) {
        var box = exercise.parts().stream()
                .filter(p -> p.id().equals(part))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("This exercise has no such part."));
        var text = Optional.ofNullable(form.getFirst(ANSWER_FIELD + part)).orElse("");
        return ExercisePage.reading(practice.reading(box, read(box, text)));
    }

    private ExerciseState state(
            StoredExercise stored,
            Occasion occasion,
            Optional<UserId> learner,
            Optional<GradedAttempt> attempt,
            Map<String, String> typed) {
        return state(stored, occasion, learner, attempt, typed, newForm());
    }

    private UUID newForm() {
        return FormName.shownAt(clock.instant());
    }

    private ExerciseState state(
            StoredExercise stored,
            Occasion occasion,
            Optional<UserId> learner,
            Optional<GradedAttempt> attempt,
            Map<String, String> typed,
            UUID next) {
        var rules = occasion.rules();
        var help = learner.map(id -> progress.helpOpened(id, stored)).orElse(Help.NONE);
        return new ExerciseState(
                stored,
                rules,
                area(stored),
                attempt,
                typed,
                rules.help() ? help : Help.NONE,
                learner.map(id -> notesFor(id, stored.exercise())).orElse(List.of()),
                next,
                learner.flatMap(id -> attempt.filter(shown -> rules.feedback())
                        .flatMap(shown -> reports.box(id, shown, rules.address()))),
                Interruption.NONE,
                learner.flatMap(id -> attempt.filter(
                                shown -> rules.feedback() && !shown.responses().isEmpty())
                        .flatMap(shown -> occasion.turn(id, shown))),
                teachings.of(stored, rules, learner, attempt),
                surroundings.stream()
                        .flatMap(some -> some.of(stored, rules, learner, attempt).stream())
                        .findFirst());
    }

    private List<PageNote> notesFor(UserId learner, Exercise exercise) {
        return notes.stream().flatMap(n -> n.of(learner, exercise).stream()).toList();
    }

    private Optional<Area> area(StoredExercise stored) {
        return catalogue.find(stored.exercise().template()).flatMap(template -> curriculum.area(template.chapter()));
    }

    private static Optional<UUID> submissionId(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What was typed, by part; several ticked choices as one list. */
    private Map<String, String> typed(Exercise exercise, MultivaluedMap<String, String> form) {
        var typed = new LinkedHashMap<String, String>();
        for (var part : exercise.parts()) {
            var values = form.get(ANSWER_FIELD + part.id());
            if (values != null) {
                typed.put(part.id(), read(part, String.join("\n", values)));
            }
        }
        return typed;
    }

    /** With the decimal sign of the input language; what is chosen is no number. */
    private String read(Exercise.Part part, String text) {
        boolean chosen = part.answer().kind().startsWith("choice");
        return user.writesWithComma() && !chosen ? DecimalComma.read(text) : text;
    }
}
