package org.nabla.exercise.template;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an exercise asks of a learner. All but the first ask for understanding, not for a result alone. */
public enum Task {
    COMPUTE("compute"),
    /** Wrong work is shown: a slip is to be found in it. */
    WRONG_LINE("wrong-line"),
    ORDER("order-steps"),
    /** Which reason is the right one. */
    EXPLANATION("explanation"),
    /** Anything that has a given property. */
    EXAMPLE("give-example"),
    ALWAYS("always-sometimes-never"),
    ESTIMATE("estimate"),
    CODE("read-code"),
    SHAPE("name-shape"),
    GRADIENT_CHECK("check-gradient"),
    /** What a map, a table or a picture shows and the text does not say. */
    PICTURE("read-picture"),
    MATCH("match"),
    DRAW("draw");

    private final String word;

    Task(String word) {
        this.word = word;
    }

    /** As a template writes it. */
    public String word() {
        return word;
    }

    /** Whether somebody else's slip is shown, which teaches only those who know how it is done rightly. */
    public boolean showsSlip() {
        return this == WRONG_LINE || this == GRADIENT_CHECK;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Task::word).toList();
    }

    public static Optional<Task> of(String word) {
        return Arrays.stream(values()).filter(task -> task.word.equals(word)).findFirst();
    }
}
