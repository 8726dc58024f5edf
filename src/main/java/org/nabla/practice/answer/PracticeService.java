package org.nabla.practice.answer;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nabla.account.UserId;
import org.nabla.database.glance.Glance;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.generator.CarryForward;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.grading.grader.Grader;
import org.nabla.math.AlgebraAwayException;
import org.nabla.math.speech.SpeechWriter;
import org.nabla.progress.Conditions;
import org.nabla.progress.ProgressService;
import org.nabla.progress.attempt.FormName;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.attempt.GradedResponse;
import org.nabla.progress.store.StoredExercise;
import org.nabla.progress.witness.SecondWitness;
import org.nabla.query.Select;
import org.nabla.query.Statements;

/** Answers a learner: grades what was typed and has it remembered. */
@Singleton
public class PracticeService {
    private static final String BUSY =
            "We could not judge this in time, and it costs you nothing. Try again in a moment.";

    /** What was answered before: by the same form, and else at this exercise. */
    private record Past(Optional<GradedAttempt> same, List<GradedAttempt> earlier) {}

    /** @param earlier what was answered to the same exercise before */
    private record Judged(GradedAttempt graded, List<GradedAttempt> earlier) {}

    private final Grader grader;
    private final CarryForward carry;
    private final ProgressService progress;
    private final TriedBefore triedBefore;
    private final SecondWitness witness;
    private final Statements statements;
    private final MeterRegistry metrics;
    private final Clock clock;

    PracticeService(
            Grader grader,
            CarryForward carry,
            ProgressService progress,
            TriedBefore triedBefore,
            SecondWitness witness,
            Statements statements,
            MeterRegistry metrics,
            Clock clock) {
        this.grader = grader;
        this.carry = carry;
        this.progress = progress;
        this.triedBefore = triedBefore;
        this.witness = witness;
        this.statements = statements;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Grades an answer and keeps it; a form that arrives again gets what it got before, unless something else stands in it.
     *
     * @param submission the name of the form
     * @param typed the text in the box of each part; a box that is missing or blank has not been answered yet
     */
    public GradedAttempt answer(UserId learner, StoredExercise stored, UUID submission, Map<String, String> typed) {
        return answer(learner, stored, submission, typed, Circumstances.PRACTICE);
    }

    /**
     * Grades the answer of somebody who is nobody yet. They become somebody when there is something to keep: a text that can be
     * read. What is blank or unreadable is judged and forgotten.
     */
    public GradedAttempt answerOfStranger(
            Supplier<UserId> becoming, StoredExercise stored, UUID submission, Map<String, String> typed) {
        return answerOfStranger(becoming, stored, submission, typed, Circumstances.PRACTICE);
    }

    public GradedAttempt answerOfStranger(
            Supplier<UserId> becoming,
            StoredExercise stored,
            UUID submission,
            Map<String, String> typed,
            Circumstances circumstances) {
        var graded = judge(stored.exercise(), submission, typed);
        return graded.responses().stream()
                        .allMatch(response -> response.verdict().outcome() == Outcome.INVALID)
                ? graded
                : keep(becoming.get(), stored, new Judged(graded, List.of()), typed, circumstances);
    }

    public GradedAttempt answer(
            UserId learner,
            StoredExercise stored,
            UUID submission,
            Map<String, String> typed,
            Circumstances circumstances) {
        if (!circumstances.fresh() || isBlank(typed)) {
            return answer(learner, stored, submission, typed, circumstances, Optional.empty());
        }
        // Most likely there is nothing to look at before it is judged: then that is seen to with the writing.
        var graded = judge(stored.exercise(), submission, typed);
        return (graded.responses().isEmpty()
                        ? Optional.<GradedAttempt>empty()
                        : keepFirst(learner, stored, graded, typed, circumstances))
                .orElseGet(() -> answer(learner, stored, submission, typed, circumstances, Optional.of(graded)));
    }

    private static boolean isBlank(Map<String, String> typed) {
        return typed.values().stream().allMatch(String::isBlank);
    }

    /** @param judged what came of it, where that is known */
    private GradedAttempt answer(
            UserId learner,
            StoredExercise stored,
            UUID submission,
            Map<String, String> typed,
            Circumstances circumstances,
            Optional<GradedAttempt> judged) {
        var entry = circumstances.entry();
        var page = circumstances.page();
        var past = Glance.at(
                () -> statements.ahead(Select.all(
                        entry.askedToEnter(learner),
                        ProgressService.asked(learner, submission, stored, TriedBefore.LOOKS_BACK),
                        page.lasting())),
                () -> {
                    entry.enter(learner);
                    page.foreseen().take(page.lasting());
                    return past(learner, stored, submission);
                });
        var before = past.same();
        if (before.isPresent()) {
            return says(before.get(), stored, typed)
                    ? before.get()
                    : edited(learner, stored, submission, typed, circumstances);
        }
        // Graded before the transaction begins: algebra may take its time, and a connection is dear.
        var graded = judged.orElseGet(() -> judge(stored.exercise(), submission, typed));
        return graded.responses().isEmpty()
                ? graded
                : keep(learner, stored, new Judged(graded, past.earlier()), typed, circumstances);
    }

    /** The same form with something else in it is another one. */
    private GradedAttempt edited(
            UserId learner,
            StoredExercise stored,
            UUID submission,
            Map<String, String> typed,
            Circumstances circumstances) {
        return answer(learner, stored, FormName.edited(submission, typed), typed, circumstances, Optional.empty());
    }

    /** Keeps what is answered first at an exercise; empty where it is not the first, and nothing is kept. */
    private Optional<GradedAttempt> keepFirst(
            UserId learner,
            StoredExercise stored,
            GradedAttempt graded,
            Map<String, String> typed,
            Circumstances circumstances) {
        var entry = circumstances.entry();
        var page = circumstances.page();
        var foreseen = page.of(graded);
        var conditions = new Conditions(
                true,
                Select.all(entry.askedToEnter(learner), page.lasting()),
                () -> {
                    entry.enter(learner);
                    foreseen.take(page.lasting());
                },
                foreseen);
        return write(learner, stored, graded, false, conditions, circumstances)
                .map(kept -> heard(learner, stored, kept, graded, typed, circumstances));
    }

    private GradedAttempt keep(
            UserId learner,
            StoredExercise stored,
            Judged judged,
            Map<String, String> typed,
            Circumstances circumstances) {
        var graded = judged.graded();
        var earlier = judged.earlier();
        var attempt = circumstances.told() ? triedBefore.settled(answers(stored.exercise()), graded, earlier) : graded;
        var repeated = !circumstances.told() && triedBefore.isRepeated(answers(stored.exercise()), graded, earlier);
        var conditions = Conditions.reading(circumstances.page().of(attempt));
        var kept = write(learner, stored, attempt, repeated, conditions, circumstances)
                .orElseThrow();
        return heard(learner, stored, kept, graded, typed, circumstances);
    }

    private Optional<GradedAttempt> write(
            UserId learner,
            StoredExercise stored,
            GradedAttempt attempt,
            boolean repeated,
            Conditions conditions,
            Circumstances circumstances) {
        var kept = QuarkusTransaction.joiningExisting().call(() -> {
            var recorded = progress.record(learner, stored, attempt, circumstances.manner(), conditions);
            recorded.ifPresent(circumstances.whenKept());
            if (repeated) {
                recorded.ifPresent(circumstances.whenRepeated());
            }
            return recorded;
        });
        kept.ifPresent(some -> metrics.counter(
                        "nabla.attempts", "outcome", attempt.outcome().name())
                .increment());
        return kept;
    }

    private GradedAttempt heard(
            UserId learner,
            StoredExercise stored,
            GradedAttempt kept,
            GradedAttempt graded,
            Map<String, String> typed,
            Circumstances circumstances) {
        if (stored.exercise().parts().stream()
                .allMatch(part -> part.alternatives().isEmpty())) {
            witness.hear(learner, stored.exercise(), kept); // of what a teacher accepted the key is no witness
        }
        // The same form may have arrived meanwhile with something else in it.
        return says(kept, stored, typed) ? kept : edited(learner, stored, graded.submission(), typed, circumstances);
    }

    private Past past(UserId learner, StoredExercise stored, UUID submission) {
        var same = progress.recorded(learner, submission);
        return new Past(
                same, same.isPresent() ? List.of() : progress.attemptsAt(learner, stored, TriedBefore.LOOKS_BACK));
    }

    private static Map<String, AnswerSpec> answers(Exercise exercise) {
        return exercise.parts().stream().collect(Collectors.toMap(Exercise.Part::id, Exercise.Part::answer));
    }

    private static boolean says(GradedAttempt attempt, StoredExercise stored, Map<String, String> typed) {
        return stored.exercise().parts().stream().map(Exercise.Part::id).allMatch(part -> {
            var text = typed.getOrDefault(part, "");
            return attempt.response(part)
                    .map(GradedResponse::typed)
                    .orElse("")
                    .equals(text.isBlank() ? "" : kept(text));
        });
    }

    /** Grades an answer without keeping anything, as for an exercise that was corrected after it was given. */
    public GradedAttempt judge(Exercise exercise, UUID submission, Map<String, String> typed) {
        return new GradedAttempt(submission, clock.instant(), exercise.parts().size(), grade(exercise, typed));
    }

    /** How a text would be read, without judging or keeping anything. */
    public ReadingView reading(Exercise.Part part, String text) {
        if (text.isBlank()) {
            return ReadingView.NOTHING;
        }
        var preview = grader.preview(part.answer(), text);
        var words = preview.tree()
                .map(SpeechWriter::write)
                .or(() -> preview.understood().map(read -> Readings.words(read.text(), part.answer())))
                .orElse("");
        return ReadingView.of(preview, words, text);
    }

    /** The verdict on one box, where nothing is to be kept. */
    public Verdict verdict(Exercise.Part part, String text) {
        return grader.grade(part.answer(), text);
    }

    private List<GradedResponse> grade(Exercise exercise, Map<String, String> typed) {
        var responses = new ArrayList<GradedResponse>();
        var earlier = new HashMap<String, String>();
        for (var part : exercise.parts()) {
            var text = typed.getOrDefault(part.id(), "");
            if (!text.isBlank()) {
                var verdict = grade(part, text, earlier);
                verdict.understood().ifPresent(read -> earlier.put(part.id(), read.text()));
                responses.add(new GradedResponse(part.id(), kept(text), verdict));
            }
        }
        return responses;
    }

    /** By the exercise's own answer, or else by what follows from the learner's answers to earlier parts. */
    private Verdict grade(Exercise.Part part, String text, Map<String, String> earlier) {
        var verdict = grader.grade(part.answer(), text);
        if (verdict.outcome() != Outcome.WRONG && verdict.outcome() != Outcome.PARTIAL) {
            return verdict;
        }
        try {
            var accepted = accepted(part, text);
            return accepted.isPresent() ? accepted.get() : carried(part, text, earlier, verdict);
        } catch (AlgebraAwayException e) {
            // What would follow from the earlier answers is not known, so neither is whether this is wrong.
            return verdict.undecided(BUSY);
        }
    }

    /** By an answer that a teacher has accepted beside the key. */
    private Optional<Verdict> accepted(Exercise.Part part, String text) {
        return part.alternatives().stream()
                .flatMap(answer -> {
                    try {
                        return Stream.of(grader.grade(answer, text));
                    } catch (IllegalArgumentException e) {
                        return Stream.empty(); // what was accepted is no key of this kind
                    }
                })
                .filter(verdict -> verdict.outcome() == Outcome.CORRECT)
                .findFirst();
    }

    private Verdict carried(Exercise.Part part, String text, Map<String, String> earlier, Verdict verdict) {
        return carry.judgedOn(part, earlier)
                .map(answer -> grader.grade(answer, text))
                .filter(carried -> carried.outcome() == Outcome.CORRECT)
                .map(carried -> carried.saying(GradedResponse.CARRIED))
                .orElse(verdict);
    }

    /** As much as is kept of what was typed: more than any text that can be read. */
    private static String kept(String text) {
        // PostgreSQL's text has no NUL.
        var storable = text.replace("\0", "\uFFFD");
        return storable.length() <= 4_000 ? storable : storable.substring(0, 4_000);
    }
}
