package org.nabla.math.lexing;

import java.util.Map;

/** What to say of characters that mean nothing in an answer. */
final class Characters {
    private static final Map<Character, String> SENTENCES = Map.ofEntries(
            Map.entry('\'', "Write the derivative itself: a prime cannot be read here."),
            Map.entry('′', "Write the derivative itself: a prime cannot be read here."),
            Map.entry('’', "Write the derivative itself: a prime cannot be read here."),
            Map.entry('%', "Write 0.05 or 5/100: a percent sign cannot be read here."),
            Map.entry('°', "Write angles in radians: 180 degrees are pi."),
            Map.entry('∂', "Write the derivative itself: ∂ cannot be read here."),
            Map.entry('∇', "Write the gradient itself: ∇ cannot be read here."),
            Map.entry('∫', "Write the value of the integral: ∫ cannot be read here."),
            Map.entry('∑', "Write the value of the sum: ∑ cannot be read here."),
            Map.entry('≈', "Write the value alone, without ≈."),
            Map.entry('~', "Write the value alone, without ~."),
            Map.entry('→', "Write the value alone, without an arrow."),
            Map.entry('…', "Write all of it: dots cannot be read."),
            Map.entry('.', "There is a point too many: a decimal is written 1.5."),
            Map.entry(':', "Write / for division; a colon cannot be read here."),
            Map.entry('∩', "Write the intersection itself: ∩ cannot be read here."),
            Map.entry('$', "Leave the $ away."),
            Map.entry('"', "Leave the quotation marks away."),
            Map.entry('?', "Leave the question mark away."));

    private Characters() {}

    static int lengthAt(String text, int index) {
        return Character.charCount(text.codePointAt(index));
    }

    static String complaint(String text, int index) {
        var known = SENTENCES.get(text.charAt(index));
        if (known != null) {
            return known;
        }
        int point = text.codePointAt(index);
        boolean visible = Character.isValidCodePoint(point)
                && (Character.isLetterOrDigit(point) || point > ' ' && !Character.isISOControl(point))
                && Character.getType(point) != Character.FORMAT
                && Character.getType(point) != Character.SURROGATE
                && Character.getType(point) != Character.UNASSIGNED
                && Character.getType(point) != Character.PRIVATE_USE;
        var shown = visible ? Character.toString(point) : String.format("U+%04X", point);
        return "The character " + shown + " has no meaning here: take it away.";
    }
}
