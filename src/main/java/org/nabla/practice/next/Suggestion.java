package org.nabla.practice.next;

import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.curriculum.Skill;

/**
 * Something worth practising now.
 *
 * @param why in a sentence, true at this moment
 */
public record Suggestion(Skill skill, ExerciseId template, Kind kind, String why) {
    /** What makes it worth it. */
    public enum Kind {
        REVIEW("Review"),
        STEP_BACK("A step back"),
        LEARNING("Go on"),
        NEW("New"),
        /** A harder exercise of a new skill: who gets it right alone may go on at once with what builds on it. */
        SKIP_AHEAD("Skip ahead"),
        KEEP("Keep fresh");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Whether it comes without an example, since it asks whether one is needed. */
    public boolean alone() {
        return kind == Kind.SKIP_AHEAD;
    }
}
