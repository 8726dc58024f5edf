package org.nabla.practice.home;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nabla.grading.Outcome;
import org.nabla.practice.desk.Leads;
import org.nabla.practice.next.Suggestion;
import org.nabla.progress.attempt.PastAttempt;
import org.nabla.progress.attempt.PracticeWeek;

/**
 * The first page of somebody who was here before, or has an account.
 *
 * @param next what is best practised now
 * @param due how many reviews are
 * @param week what was done since Monday
 * @param lead a project that was begun, or that they are ready for
 * @param latest the last answers
 * @param name of whoever is signed in; empty for a guest
 */
record HomePage(
        Optional<Suggestion> next,
        long due,
        Optional<PracticeWeek> week,
        List<Answered> latest,
        List<HomeCourses.Row> courses,
        Optional<Leads.Lead> lead,
        String name) {

    /** Whether nothing on it is of theirs. */
    public boolean isEmpty() {
        return latest.isEmpty() && courses.isEmpty();
    }

    /** An answer with what was found. */
    record Answered(String address, String title, String tone, String word) {
        static Answered of(PastAttempt attempt) {
            var exercise = attempt.exercise();
            return new Answered(
                    exercise.seed().beyondPractice()
                            ? "/attempts/" + attempt.submission()
                            : "/practice/" + exercise.template() + "/" + exercise.seed() + "?attempt="
                                    + attempt.submission(),
                    exercise.title(),
                    attempt.told() ? attempt.outcome().name().toLowerCase(Locale.ROOT) : "kept",
                    attempt.told() ? word(attempt.outcome()) : "kept, told later");
        }

        private static String word(Outcome outcome) {
            return switch (outcome) {
                case CORRECT -> "right";
                case PARTIAL -> "partly right";
                case WRONG -> "not right";
                case INVALID -> "could not be read";
                case UNDECIDED -> "undecided";
            };
        }
    }
}
