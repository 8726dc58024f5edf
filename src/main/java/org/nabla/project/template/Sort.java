package org.nabla.project.template;

import java.util.Locale;

/** What kind of work a step is. */
public enum Sort {
    /** A formula is derived. */
    DERIVE("Derive"),
    /** A small number is worked out on paper. */
    HAND("By hand"),
    /** A number comes out of the learner's own program. */
    PROGRAM("Program"),
    /** Something is foretold before it is run: the first answer is kept and there is no second. */
    PREDICT("Predict"),
    /** An explanation is chosen. */
    REFLECT("Reflect");

    private final String label;

    Sort(String label) {
        this.label = label;
    }

    /** As learners read it. */
    public String label() {
        return label;
    }

    /** The word in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
