package org.nabla.exercise.check;

import java.util.Optional;
import org.nabla.typesetting.LatexMathMl;

/** Whether LaTeX can be set, in the form that needs no script. */
final class Typesetting {

    private Typesetting() {}

    /** What is wrong with it, if anything. */
    static Optional<String> problem(String latex) {
        return LatexMathMl.problem(latex).map(error -> error.message());
    }
}
