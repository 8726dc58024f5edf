package org.nabla.practice.desk;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
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
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.account.session.CurrentUser;
import org.nabla.database.glance.Glance;
import org.nabla.exercise.Exercise;
import org.nabla.math.lexing.DecimalComma;
import org.nabla.practice.answer.Circumstances;
import org.nabla.practice.answer.PageToCome;
import org.nabla.practice.answer.PracticeService;
import org.nabla.progress.Help;
import org.nabla.progress.ProgressService;
import org.nabla.progress.attempt.FormName;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.store.StoredExercise;
import org.nabla.query.Select;
import org.nabla.web.page.WrittenPage;

/**
 * Where an exercise is shown and answered, for practice and for every other {@link Occasion}: a feature that has addresses
 * and rules of its own shows the same page, with the same forms, through this.
 */
@Singleton
public class ExerciseDesk {
    static final String ANSWER_FIELD = "answer-";
    private static final String DECIMALS = "decimals";

    private final PracticeService practice;
    private final ProgressService progress;
    private final ExerciseStates states;
    private final CurrentUser user;
    private final Clock clock;
    private final boolean spread;

    /** @param spread whether the database is spread over machines: then nothing of a course is read while an answer is written */
    ExerciseDesk(
            PracticeService practice,
            ProgressService progress,
            ExerciseStates states,
            CurrentUser user,
            Clock clock,
            @ConfigProperty(name = "nabla.spread", defaultValue = "false") boolean spread) {
        this.practice = practice;
        this.progress = progress;
        this.states = states;
        this.user = user;
        this.clock = clock;
        this.spread = spread;
    }

    /**
     * The page.
     *
     * @param submission the attempt whose verdict is shown
     */
    public WrittenPage show(StoredExercise stored, Occasion occasion, @Nullable String submission) {
        return WrittenPage.of(page(stored, occasion, submission, Optional.empty()));
    }

    /** The page with what was typed before signing in ({@link KeptAnswers}), and no verdict: that would speak of something else. */
    public WrittenPage showKept(StoredExercise stored, Occasion occasion, MultivaluedMap<String, String> query) {
        var state = state(stored, occasion, user.id(), Optional.empty(), typed(stored.exercise(), query))
                .during(SessionEnd.OVER);
        return WrittenPage.of(ExercisePage.whole(state));
    }

    /** The same before it is written, for whoever looks at the database themselves. */
    public TemplateInstance page(
            StoredExercise stored, Occasion occasion, @Nullable String submission, Optional<WhyThis> why) {
        return Glance.at(() -> {
            var learner = user.id();
            var attempt = learner.flatMap(
                    id -> submissionId(submission).or(occasion::latest).flatMap(form -> progress.recorded(id, form)));
            return ExercisePage.whole(state(stored, occasion, learner, attempt, occasion.drafted()), why);
        });
    }

    /** What a page asks the database of a learner anyway, whatever the occasion. */
    public List<Select<?>> asked(UserId learner, StoredExercise stored) {
        return states.asked(learner, stored);
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
        var circumstances = circumstances(occasion, occasion.rules(), () -> learner, false, PageToCome.unknown());
        practice.answer(learner, stored, submission, typed, circumstances);
    }

    private static Circumstances circumstances(
            Occasion occasion, DeskRules rules, Supplier<UserId> learner, boolean fresh, PageToCome page) {
        return new Circumstances(
                occasion,
                occasion.manner(),
                fresh,
                rules.feedback(),
                kept -> occasion.kept(learner.get(), kept),
                again -> occasion.repeated(learner.get(), again),
                page);
    }

    /** Grades what was sent and answers with the page, or for a script with the part of it that changes. */
    public Response answer(
            StoredExercise stored, Occasion occasion, MultivaluedMap<String, String> form, boolean fromScript) {
        var typed = typed(stored.exercise(), form);
        var rules = occasion.rules();
        if (!rules.open()) {
            var state = state(stored, occasion, user.id(), Optional.empty(), typed);
            return Response.ok(written(state, fromScript)).build();
        }
        var submission = submissionId(form.getFirst("submission")).orElseGet(UUID::randomUUID);
        var learner = user.id();
        // Without a script another request asks for the page.
        var toCome = learner.filter(id -> fromScript)
                .map(id -> states.toCome(id, stored, occasion))
                .orElseGet(PageToCome::unknown);
        var fresh = !spread && occasion.judgesFirst() && isFresh(form);
        var circumstances = circumstances(occasion, rules, user::orGuest, fresh, toCome);
        var attempt = learner.map(id -> practice.answer(id, stored, submission, typed, circumstances))
                .orElseGet(() -> practice.answerOfStranger(user::orGuest, stored, submission, typed, circumstances));
        // Where nothing was kept there is no attempt to go to.
        if (fromScript || attempt.responses().isEmpty() || user.id().isEmpty()) {
            var state = Glance.at(
                            toCome.foreseen()::tell,
                            () -> state(stored, occasion, user.id(), Optional.of(attempt), typed))
                    .during(
                            form.getFirst("signed-in") != null && !user.isSignedIn()
                                    ? SessionEnd.SIGNED_OUT
                                    : SessionEnd.NONE);
            return Response.ok(written(state, fromScript)).build();
        }
        return Response.seeOther(URI.create(rules.address() + "?attempt=" + attempt.submission() + "#work"))
                .build();
    }

    private static WrittenPage written(ExerciseState state, boolean fromScript) {
        return WrittenPage.of(fromScript ? ExercisePage.work(state) : ExercisePage.whole(state));
    }

    /** Opens a hint or the worked way. What was typed comes along, so that nothing is lost. */
    public WrittenPage help(
            StoredExercise stored, Occasion occasion, MultivaluedMap<String, String> form, boolean fromScript) {
        var asked = Help.asked(form.getFirst("hints"), form.getFirst("solution"), stored.exercise());
        if (occasion.rules().help() && !asked.equals(Help.NONE)) {
            progress.openHelp(user.orGuest(), stored, asked);
        }
        var learner = user.id();
        var attempt = submissionId(form.getFirst("shown"))
                .flatMap(shown -> learner.flatMap(id -> progress.recorded(id, shown)));
        // The clock of a form that is still to be sent runs on; one that was sent is not used again.
        var next = submissionId(form.getFirst("submission"))
                .filter(same ->
                        learner.flatMap(id -> progress.recorded(id, same)).isEmpty())
                .orElseGet(this::newForm);
        var state = state(stored, occasion, learner, attempt, typed(stored.exercise(), form), next);
        return written(state, fromScript);
    }

    /**
     * How the text in one box is read, while it is typed. Judges nothing and keeps nothing, and where the page says how its numbers
     * are written, it does not ask either who types: this comes with each pause of somebody's fingers.
     */
    public WrittenPage reading(Exercise exercise, String part, MultivaluedMap<String, String> form) {
        var box = exercise.parts().stream()
                .filter(p -> p.id().equals(part))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("This exercise has no such part."));
        var text = Optional.ofNullable(form.getFirst(ANSWER_FIELD + part)).orElse("");
        var comma = hasComma(form);
        user.writesWithComma(comma);
        return WrittenPage.of(practice.reading(box, read(box, text, comma)).page());
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
        return states.of(stored, occasion, learner, new AnswerSheet(attempt, typed, next, SessionEnd.NONE));
    }

    /** Whether the page of the form showed no answer. */
    private static boolean isFresh(MultivaluedMap<String, String> form) {
        return submissionId(form.getFirst("shown")).isEmpty();
    }

    private static Optional<UUID> submissionId(@Nullable String text) {
        try {
            // A page that shows no answer sends an empty name: that is no mistake, for which a trace would be made.
            return Optional.ofNullable(text).filter(name -> !name.isEmpty()).map(UUID::fromString);
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
                typed.put(part.id(), read(part, String.join("\n", values), hasComma(form)));
            }
        }
        return typed;
    }

    /** With the decimal sign of the input language; what is chosen is no number. */
    private static String read(Exercise.Part part, String text, boolean comma) {
        boolean chosen = part.answer().kind().startsWith("choice");
        return comma && !chosen ? DecimalComma.read(text) : text;
    }

    /** As the page of the form says: that holds for what was typed on it, whatever its learner chose since then. */
    private boolean hasComma(MultivaluedMap<String, String> form) {
        var said = form.getFirst(DECIMALS);
        return said == null ? user.writesWithComma() : said.equals("comma");
    }
}
