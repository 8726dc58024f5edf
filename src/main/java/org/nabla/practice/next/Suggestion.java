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
        LEARNING("Go on"),
        NEW("New"),
        KEEP("Keep fresh");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
