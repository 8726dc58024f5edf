package org.nabla.exercise;

import java.util.Optional;

/** Whether LaTeX can be set. */
final class Typesetting {

    private Typesetting() {}

    /** What is wrong with it, if anything. */
    static Optional<String> problem(String latex) {
        int depth = 0;
        for (int i = 0; i < latex.length(); i++) {
            char c = latex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth < 0) {
                break;
            }
        }
        return depth == 0 ? Optional.empty() : Optional.of("the braces do not match");
    }
}
