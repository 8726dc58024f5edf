package org.nabla.grading.grader;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.grading.Preview;
import org.nabla.grading.Verdict;
import org.nabla.grading.grader.ParsedKey.ParsedMistake;
import org.nabla.grading.judging.Approximation;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Intake;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.Remark;
import org.nabla.math.SyntaxError;
import org.nabla.math.equivalence.EquivalenceChecker;

/** Grades responses: reads, compares with the key, and names the mistake. Safe for use by many threads. */
public final class Grader {

    private static final String LATE =
            "This could not be decided in time. It does not count; try a simpler form of your answer.";

    private static final int MOST_READINGS = 4;

    /** Each takes some ten kilobytes. */
    private static final int KEYS = 2_000;

    private static final Judgement MORE_DIGITS = Judgement.invalid(
            "digits", "These digits do not tell your answer from another number that is near. Give more of them.");

    private final EquivalenceChecker equivalence;
    private final GradingConfig config;
    private final KeyShelf keys = new KeyShelf(KEYS);

    public Grader(EquivalenceChecker equivalence, GradingConfig config) {
        this.equivalence = equivalence;
        this.config = config;
    }

    /**
     * Grades by a specification that was read before, or is right by construction.
     *
     * @throws IllegalArgumentException if the specification is malformed: ask {@link AnswerKey#of} where it may be
     */
    public Verdict grade(AnswerSpec spec, String response) {
        return grade(key(spec), response);
    }

    public Verdict grade(AnswerKey key, String response) {
        return grade((ParsedKey<?>) key, response);
    }

    /** The reading of a response while it is typed, without judging it. */
    public Preview preview(AnswerSpec spec, String response) {
        return preview((ParsedKey<?>) key(spec), response);
    }

    /** The reading of a response, where it can be read. */
    public Optional<Verdict.Understood> read(AnswerSpec spec, String response) {
        return preview(spec, response).understood();
    }

    private AnswerKey key(AnswerSpec spec) {
        return keys.of(spec).either(key -> key, refused -> {
            throw new IllegalArgumentException(refused.field() + ": " + refused.message());
        });
    }

    private static <R> Preview preview(ParsedKey<R> key, String response) {
        return key.judge()
                .read(response)
                .either(
                        taken -> new Preview(Optional.of(taken.understood()), taken.tree(), Optional.empty()),
                        problem -> new Preview(Optional.empty(), Optional.empty(), Optional.of(problem)));
    }

    private <R> Verdict grade(ParsedKey<R> key, String response) {
        return key.judge().read(response).either(taken -> grade(key, taken, response), Grader::unread);
    }

    private <R> Verdict grade(ParsedKey<R> key, Intake.Taken<R> taken, String response) {
        var comparer = new Comparer(equivalence, config.budget());
        var judgement = key.judge().judge(taken.response(), comparer);
        if (comparer.wasCutOff()) {
            return late(taken);
        }
        return switch (judgement.outcome()) {
            case CORRECT -> right(key, judgement, taken, comparer, response);
            case INVALID -> misshapenOrMistaken(key, judgement, taken, response);
            case UNDECIDED -> late(taken);
            case PARTIAL, WRONG -> {
                var meant = otherReading(key, taken, comparer);
                yield meant.isPresent()
                        ? asked(taken, meant.orElseThrow(), response)
                        : comparer.wasCutOff() ? late(taken) : mistaken(key, judgement, taken, inItsOwnTime());
            }
        };
    }

    /** For the name of a mistake: it does not depend on how long the verdict took. */
    private Comparer inItsOwnTime() {
        return new Comparer(equivalence, config.budget());
    }

    /** What is free as a rounding may also be, to the letter, a mistake of the exercise's own: then its sentence helps more. */
    private <R> Verdict misshapenOrMistaken(
            ParsedKey<R> key, Judgement judgement, Intake.Taken<R> taken, String response) {
        boolean rounded = judgement
                .remark()
                .filter(r -> r.word().equals(Approximation.WORD))
                .isPresent();
        if (rounded) {
            var exact = inItsOwnTime();
            if (matchesMistake(key, taken, exact) && !exact.hasApproximated() && !exact.wasCutOff()) {
                return mistaken(key, Judgement.wrong(), taken, exact);
            }
        }
        return misshapen(judgement, taken, response);
    }

    /** What was not compared to the end may come out otherwise another time: nobody is told a verdict that rests on it. */
    private static Verdict late(Intake.Taken<?> taken) {
        return verdict(Judgement.undecided(), taken, LATE, Optional.empty());
    }

    private static <R> Verdict right(
            ParsedKey<R> key, Judgement judgement, Intake.Taken<R> taken, Comparer comparer, String response) {
        if (!comparer.hasApproximated()) {
            return verdict(judgement, taken, "", Optional.empty());
        }
        var ambiguous = matchesMistake(key, taken, comparer);
        return ambiguous
                ? misshapen(MORE_DIGITS, taken, response)
                : comparer.wasCutOff() ? late(taken) : verdict(judgement, taken, "", Optional.empty());
    }

    /** Another thing that is often meant by what was typed, where that would be right. */
    private static <R> Optional<Verdict.Understood> otherReading(
            ParsedKey<R> key, Intake.Taken<R> taken, Comparer comparer) {
        return taken.alternatives().stream()
                .limit(MOST_READINGS)
                .map(text -> key.judge().read(text))
                .flatMap(intake -> intake.either(Stream::of, problem -> Stream.<Intake.Taken<R>>empty()))
                .filter(other -> key.judge().judge(other.response(), comparer).isCorrect())
                .map(Intake.Taken::understood)
                .findFirst();
    }

    /** Nothing is counted: the learner says which of the two is meant. */
    private static Verdict asked(Intake.Taken<?> taken, Verdict.Understood meant, String response) {
        var question = "This was read as $" + taken.understood().latex() + "$; did you mean $" + meant.latex()
                + "$? Type it so that it can mean only one of them, with brackets for example.";
        return misshapen(Judgement.invalid("reading", question), taken, response);
    }

    /** Where a mistake and the answer agree to the digits typed, these do not tell which of the two it is. */
    private static <R> boolean matchesMistake(ParsedKey<R> key, Intake.Taken<R> taken, Comparer comparer) {
        return key.mistakes().stream()
                .anyMatch(mistake ->
                        mistake.judge().judge(taken.response(), comparer).isCorrect());
    }

    /** The exercise's own mistakes first, then those that the checker recognises by itself. */
    private static <R> Verdict mistaken(
            ParsedKey<R> key, Judgement judgement, Intake.Taken<R> taken, Comparer comparer) {
        for (ParsedMistake<R> mistake : key.mistakes()) {
            if (mistake.judge().judge(taken.response(), comparer).isCorrect()) {
                return verdict(judgement, taken, mistake.feedback(), Optional.of(mistake.index()));
            }
        }
        var remark = judgement.remark().or(() -> key.judge().diagnose(taken.response(), comparer));
        var sentence = remark.map(Remark::sentence).orElse("");
        var message = judgement.outcome() == Outcome.PARTIAL ? (shares(judgement) + " " + sentence).strip() : sentence;
        return verdict(judgement, taken, message, remark.map(Remark::word));
    }

    private static String shares(Judgement judgement) {
        var right = judgement.parts().stream()
                .filter(part -> part.outcome() == Outcome.CORRECT)
                .count();
        return judgement.parts().isEmpty() || right == judgement.parts().size()
                ? ""
                : right + " of " + judgement.parts().size() + (right == 1 ? " is right." : " are right.");
    }

    private static Verdict unread(SyntaxError problem) {
        return new Verdict(
                Outcome.INVALID,
                0,
                Optional.empty(),
                problem.message(),
                Optional.empty(),
                List.of(),
                Optional.of(problem),
                Optional.empty(),
                Optional.empty());
    }

    private static Verdict misshapen(Judgement judgement, Intake.Taken<?> taken, String response) {
        var remark = judgement.remark().orElse(new Remark("form", "This is not the form that is asked."));
        return new Verdict(
                Outcome.INVALID,
                0,
                Optional.empty(),
                remark.sentence(),
                Optional.of(taken.understood()),
                judgement.parts(),
                Optional.of(new SyntaxError(remark.sentence(), 0, response.length())),
                Optional.empty(),
                Optional.of(remark.word()));
    }

    private static Verdict verdict(
            Judgement judgement, Intake.Taken<?> taken, String message, Optional<String> mistake) {
        return new Verdict(
                judgement.outcome(),
                judgement.score(),
                judgement.decided(),
                message,
                Optional.of(taken.understood()),
                judgement.parts(),
                Optional.empty(),
                judgement.counterexample().flatMap(Counterexamples::humane),
                mistake);
    }
}
