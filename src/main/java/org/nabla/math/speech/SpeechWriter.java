package org.nabla.math.speech;

import org.nabla.math.Expression;

/**
 * Says expressions in plain words, for a screen reader: {@code x squared times y plus the fraction 1 over 2}. Whatever could
 * be heard in two ways says where it ends.
 */
public final class SpeechWriter {
    private static final SpokenNotation SPOKEN = new SpokenNotation();

    private SpeechWriter() {}

    /** The expression in words. */
    public static String write(Expression e) {
        return SPOKEN.alone(e);
    }
}
