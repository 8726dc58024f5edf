package org.nabla.moodle;

import java.util.List;

/** One answer box as Moodle knows it. Fractions are per cent of what it is worth. */
sealed interface Box {

    /** @param feedback prose; empty where nothing is said */
    record Option(String text, double fraction, String feedback) {}

    /** A number that counts within a tolerance, and others that are known mistakes. */
    record Numerical(List<Near> answers) implements Box {
        record Near(String value, String tolerance, double fraction, String feedback) {}
    }

    /** A text that is compared letter by letter with each of several ways to write the same. */
    record Short(List<Option> answers) implements Box {}

    /** Options of which one or several are right, as prose. */
    record Choice(List<Option> options, boolean single) implements Box {}
}
