package org.nabla.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.progress.attempt.Attempt;
import org.nabla.progress.attempt.AttemptRepository;
import org.nabla.progress.attempt.FormOf;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.attempt.GradedResponse;
import org.nabla.progress.attempt.HistoryFilter;
import org.nabla.progress.attempt.HistoryPlace;
import org.nabla.progress.attempt.HistoryRepository;
import org.nabla.progress.attempt.Manner;
import org.nabla.progress.attempt.PastAttempt;
import org.nabla.progress.attempt.PracticeWeek;
import org.nabla.progress.attempt.Response;
import org.nabla.progress.attempt.Trace;
import org.nabla.progress.attempt.Untold;
import org.nabla.progress.mastery.Skip;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.StoredExercise;
import org.nabla.query.Foreseen;
import org.nabla.query.Select;

/** Remembers what a learner did. Who keeps verdicts back is asked by it and asks it: it must be met behind a proxy. */
@ApplicationScoped
public class ProgressService {
    /** The clocks of two instances differ by less. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final AttemptRepository attempts;
    private final HistoryRepository history;
    private final ExerciseStore exercises;
    private final AttemptLog log;
    private final Untold untold;
    private final List<VerdictDoubts> doubts;
    private final ObjectMapper json;
    private final Clock clock;

    ProgressService(
            AttemptRepository attempts,
            HistoryRepository history,
            ExerciseStore exercises,
            AttemptLog log,
            Untold untold,
            @All List<VerdictDoubts> doubts,
            ObjectMapper json,
            Clock clock) {
        this.attempts = attempts;
        this.history = history;
        this.exercises = exercises;
        this.log = log;
        this.untold = untold;
        this.doubts = doubts;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes an attempt, once: if the form arrived before, nothing is written and the attempt of then is given back.
     *
     * @return the attempt that is kept
     */
    @Transactional
    public GradedAttempt record(UserId learner, StoredExercise exercise, GradedAttempt answered) {
        return record(learner, exercise, answered, Manner.ALONE, Conditions.reading(new Foreseen()))
                .orElseThrow();
    }

    /** The same; empty where the conditions are not met, and nothing is written. */
    @Transactional
    public Optional<GradedAttempt> record(
            UserId learner, StoredExercise exercise, GradedAttempt graded, Manner manner, Conditions conditions) {
        return log.write(learner, exercise, graded, manner, conditions)
                .or(() -> recorded(learner, graded.submission()));
    }

    /** Takes in that somebody said in the check-in that they do not know a skill. */
    @Transactional
    public void skipped(UserId learner, Skip skip) {
        attempts.takeTurn(learner);
        log.add(learner, skip);
    }

    /** Derives what a learner can do anew from the log, as where other verdicts count from now on. */
    @Transactional
    public void relearn(UserId learner) {
        attempts.takeTurn(learner);
        log.learnAnew(learner);
    }

    /** Lets no other write of this learner happen until the end of the transaction. */
    @Transactional
    public void takeTurn(UserId learner) {
        attempts.takeTurn(learner);
    }

    /** The attempt that a form made; empty if it has not arrived, or is somebody else's. */
    @Transactional
    public Optional<GradedAttempt> recorded(UserId learner, UUID submission) {
        return attempts.receipt(learner, submission)
                .flatMap(receipt -> attempts.find(learner, receipt))
                .flatMap(attempt ->
                        graded(List.of(attempt)).stream().map(Recorded::graded).findFirst());
    }

    /** Those of these forms that made an attempt, by their names: by four queries, however many they are. */
    @Transactional
    public Map<FormOf, GradedAttempt> recorded(Collection<FormOf> forms) {
        var found = attempts.find(attempts.receipts(forms));
        var graded = new HashMap<FormOf, GradedAttempt>();
        graded(found).forEach(attempt -> graded.put(attempt.form(), attempt.graded()));
        graded.keySet().retainAll(Set.copyOf(forms));
        return graded;
    }

    /** What {@link #recorded(UserId, UUID)} and {@link #attemptsAt} ask the database first. */
    public static List<Select<?>> asked(UserId learner, UUID submission, StoredExercise exercise, int limit) {
        return AttemptRepository.asked(learner, submission, exercise.id(), limit);
    }

    /** The latest attempts of a learner at one exercise, from new to old. */
    @Transactional
    public List<GradedAttempt> attemptsAt(UserId learner, StoredExercise exercise, int limit) {
        return graded(attempts.at(learner, exercise.id(), limit)).stream()
                .map(Recorded::graded)
                .toList();
    }

    /** What a learner answered to the variants of these templates with these seeds, from old to new. */
    @Transactional
    public List<Trace> traces(UserId learner, Collection<ExerciseId> templates, Collection<Seed> seeds) {
        return attempts.traces(learner, templates, seeds);
    }

    /** Where a learner finds an attempt of theirs again; empty where there is none, or no longer such a page. */
    @Transactional
    public Optional<String> home(UserId learner, UUID submission) {
        return attempts.receipt(learner, submission)
                .flatMap(receipt -> attempts.find(learner, receipt))
                .flatMap(attempt -> exercises.find(attempt.exerciseId()))
                .flatMap(stored -> untold.home(learner, stored))
                .map(page -> page + (page.contains("?") ? "&" : "?") + "attempt=" + submission);
    }

    @Transactional
    public Help helpOpened(UserId learner, StoredExercise exercise) {
        return log.help(learner, exercise);
    }

    /** What {@link #helpOpened} asks the database. */
    public static Select<?> helpAsked(UserId learner, StoredExercise exercise) {
        return HelpRepository.asked(learner, exercise.id());
    }

    /** Opens help and remembers it: what was open stays open. */
    @Transactional
    public void openHelp(UserId learner, StoredExercise exercise, Help help) {
        attempts.takeTurn(learner);
        log.open(learner, exercise, help, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** The variants of a template that a learner has answered, or whose worked way they have opened. */
    @Transactional
    public Set<Seed> seen(UserId learner, ExerciseId template) {
        return attempts.seen(learner, template);
    }

    /** What {@link #seen} asks the database. */
    public static Select<?> seenAsked(UserId learner, ExerciseId template) {
        return AttemptRepository.seenAsked(learner, template);
    }

    /**
     * What a learner answered, from new to old.
     *
     * @param before only what is older than this place
     */
    @Transactional
    public List<PastAttempt> history(UserId learner, HistoryFilter filter, Optional<HistoryPlace> before, int limit) {
        var untold = this.untold.exercises(learner);
        var page = history.latest(learner, filter, untold, before, limit);
        var exercises = this.exercises.find(
                page.stream().map(HistoryRepository.Answered::exercise).toList());
        return page.stream()
                .map(answered -> new PastAttempt(
                        new HistoryPlace(answered.submittedAt(), answered.id()),
                        answered.submission(),
                        Objects.requireNonNull(exercises.get(answered.exercise()))
                                .exercise(),
                        answered.outcome(),
                        answered.outcome() == Outcome.INVALID || !untold.contains(answered.exercise()),
                        answered.unaided(),
                        answered.seconds().map(Duration::ofSeconds),
                        List.of(answered.typed())))
                .toList();
    }

    /** What a look back asks the database anyway. @param now from which {@link #weeks} is asked */
    public List<Select<?>> historyAsked(UserId learner, Instant from, Instant now) {
        return Select.all(untold.asked(learner), HistoryRepository.asked(learner, from, now.plus(AHEAD)));
    }

    /** What {@link #history} asks first where nothing is filtered. */
    public static Select<?> latestAsked(UserId learner, Optional<HistoryPlace> before, int limit) {
        return HistoryRepository.latestAsked(learner, before, limit);
    }

    /** The templates of which a learner has answered an exercise. */
    @Transactional
    public List<ExerciseId> templatesOf(UserId learner) {
        return history.templatesOf(learner);
    }

    /** What a learner did in each week that began at this time or later, from new to old; weeks without answers are left out. */
    @Transactional
    public List<PracticeWeek> weeks(UserId learner, Instant from, Instant now) {
        return history.weeks(learner, from, now.plus(AHEAD), untold.exercises(learner));
    }

    private record Recorded(FormOf form, GradedAttempt graded) {}

    /** With their responses, each with a doubt where there is one; in the same order. */
    private List<Recorded> graded(List<Attempt> found) {
        var responses = attempts.responsesOf(found);
        var forms = found.stream().map(FormOf::of).collect(Collectors.toSet());
        var doubted = new HashMap<FormOf, Set<String>>();
        doubts.forEach(some -> some.parts(forms)
                .forEach((form, parts) ->
                        doubted.computeIfAbsent(form, key -> new HashSet<>()).addAll(parts)));
        return found.stream()
                .map(attempt -> new Recorded(
                        FormOf.of(attempt),
                        new GradedAttempt(
                                attempt.submission(),
                                attempt.submittedAt(),
                                attempt.parts(),
                                responses.getOrDefault(attempt.id(), List.of()).stream()
                                        .map(response ->
                                                graded(response, doubted.getOrDefault(FormOf.of(attempt), Set.of())))
                                        .toList())))
                .toList();
    }

    private GradedResponse graded(Response response, Set<String> doubted) {
        var graded = new GradedResponse(response.part(), response.typed(), read(response.verdict()));
        return doubted.contains(response.part()) ? graded.doubted() : graded;
    }

    private Verdict read(String verdict) {
        try {
            return json.readValue(verdict, Verdict.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a verdict cannot be read", e);
        }
    }
}
