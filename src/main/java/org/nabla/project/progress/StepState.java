package org.nabla.project.progress;

import java.util.Optional;
import org.nabla.project.template.Step;

/**
 * How far a learner is with a step.
 *
 * @param number from 1
 * @param done right, or for a prediction: answered
 * @param tries answers that say something
 * @param typed what was accepted; for a prediction the first answer
 * @param right whether what was accepted is right: of a prediction it may not be
 */
public record StepState(Step step, int number, boolean done, int tries, Optional<String> typed, boolean right) {

    /** The class of the style sheet. */
    public String mark() {
        return done ? "done" : tries > 0 ? "begun" : "ahead";
    }

    /** For those who listen. */
    public String said() {
        return done ? "done" : tries > 0 ? "begun" : "to do";
    }
}
