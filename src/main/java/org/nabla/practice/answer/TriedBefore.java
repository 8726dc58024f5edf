package org.nabla.practice.answer;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.grading.grader.AnswerKey;
import org.nabla.grading.grader.Grader;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.attempt.GradedResponse;

/** Recognises an answer that was judged before, in whatever form it is typed again: it costs nothing a second time. */
@Singleton
class TriedBefore {
    /** How many attempts back it is looked for. */
    static final int LOOKS_BACK = 24;

    /** Kinds of which a response is also a key; of the others only the same reading is the same answer. */
    private static final Set<String> COMPARED =
            Set.of("number", "expression", "vector", "point", "matrix", "list", "set", "interval", "equation");

    private final Grader grader;

    TriedBefore(Grader grader) {
        this.grader = grader;
    }

    /**
     * The attempt, made free if all of it was judged before and something in it is not right.
     *
     * @param answers what is asked, by the box
     * @param earlier from new to old
     */
    GradedAttempt settled(Map<String, AnswerSpec> answers, GradedAttempt attempt, List<GradedAttempt> earlier) {
        var judged = earlier.stream().filter(e -> e.outcome().counts()).toList();
        // An answer that is better than the last one may be meant to take its place.
        if (judged.isEmpty()
                || !isMistaken(attempt)
                || attempt.score() > judged.get(0).score()) {
            return attempt;
        }
        return judged.stream()
                .filter(e -> isSame(answers, attempt, e))
                .findFirst()
                .map(e -> attempt.with(attempt.responses().stream()
                        .map(response ->
                                again(response, e.response(response.part()).orElseThrow()))
                        .toList()))
                .orElse(attempt);
    }

    /** Whether all of it was answered before, right or wrong. @param earlier from new to old */
    boolean isRepeated(Map<String, AnswerSpec> answers, GradedAttempt attempt, List<GradedAttempt> earlier) {
        return attempt.outcome().counts()
                && earlier.stream().filter(e -> e.outcome().counts()).anyMatch(e -> isSame(answers, attempt, e));
    }

    private static boolean isMistaken(GradedAttempt attempt) {
        return attempt.outcome().counts() && attempt.responses().stream().anyMatch(r -> isMistaken(r.verdict()));
    }

    private static boolean isMistaken(Verdict verdict) {
        return verdict.outcome() == Outcome.WRONG || verdict.outcome() == Outcome.PARTIAL;
    }

    private boolean isSame(Map<String, AnswerSpec> answers, GradedAttempt attempt, GradedAttempt before) {
        return attempt.responses().size() == before.responses().size()
                && answers.entrySet().stream()
                        .allMatch(part -> isSame(
                                part.getValue(), attempt.response(part.getKey()), before.response(part.getKey())));
    }

    private boolean isSame(AnswerSpec answer, Optional<GradedResponse> now, Optional<GradedResponse> then) {
        if (now.isEmpty() || then.isEmpty()) {
            return now.isEmpty() && then.isEmpty();
        }
        return now.get().typed().strip().equals(then.get().typed().strip())
                || reading(now.get()).equals(reading(then.get()))
                || COMPARED.contains(answer.kind())
                        && !isMistakenOtherwise(now.get(), then.get())
                        && isEqual(answer, now.get(), then.get());
    }

    private static boolean isMistakenOtherwise(GradedResponse now, GradedResponse then) {
        return now.verdict().outcome() != then.verdict().outcome();
    }

    private static String reading(GradedResponse response) {
        return response.verdict().understood().map(Verdict.Understood::text).orElse(response.typed());
    }

    private boolean isEqual(AnswerSpec answer, GradedResponse now, GradedResponse then) {
        var asKey = new AnswerSpec(
                answer.kind(),
                List.of(reading(then)),
                answer.variables(),
                Map.of("decimals", List.of("exact")),
                List.of());
        return AnswerKey.of(asKey)
                .either(key -> grader.grade(key, now.typed()).outcome() == Outcome.CORRECT, refused -> false);
    }

    private static GradedResponse again(GradedResponse now, GradedResponse then) {
        if (!isMistaken(now.verdict())) {
            return now;
        }
        var verdict = now.verdict();
        var which = reading(now).equals(reading(then)) ? "" : ": $" + latex(now) + "$ is $" + latex(then) + "$";
        var message = "You have tried this before" + which + ". It does not count again. " + verdict.message();
        var free = new Verdict(
                Outcome.INVALID,
                0,
                Optional.empty(),
                message.strip(),
                verdict.understood(),
                List.of(),
                Optional.empty(),
                verdict.counterexample(),
                Optional.of("repeated"));
        return new GradedResponse(now.part(), now.typed(), free);
    }

    private static String latex(GradedResponse response) {
        return response.verdict().understood().map(Verdict.Understood::latex).orElse("");
    }
}
