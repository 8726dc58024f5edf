package org.nabla.math.lexing;

import java.util.Optional;

/** The raised and lowered characters of Unicode and what they are on the line. */
final class Superscripts {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱˣʸᶻᵗ";
    private static final String PLAIN = "0123456789+-()nixyzt";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉ₓᵢⱼₙₖₘₜₐₑₕₗₒₚᵣₛᵤᵥ";
    private static final String LOWERED_PLAIN = "0123456789xijnkmtaehloprsuv";

    private Superscripts() {}

    /** {@code 2} for {@code ²}; empty for a character that is not raised. */
    static Optional<Character> plain(char c) {
        return in(RAISED, PLAIN, c);
    }

    /** {@code 2} for {@code ₂}; empty for a character that is not lowered. */
    static Optional<Character> plainOfLowered(char c) {
        return in(LOWERED, LOWERED_PLAIN, c);
    }

    private static Optional<Character> in(String from, String to, char c) {
        int i = from.indexOf(c);
        return i < 0 ? Optional.empty() : Optional.of(to.charAt(i));
    }
}
