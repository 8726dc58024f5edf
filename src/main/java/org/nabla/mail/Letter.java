package org.nabla.mail;

import java.util.List;
import java.util.Optional;

/**
 * What a letter says, in plain sentences: formulas are words already. It is sent as plain text and as HTML, which say the same.
 *
 * @param opening paragraphs before all else
 * @param button what the reader is to do, where there is one thing
 * @param sections lists of links
 * @param closing paragraphs after all else, in small print
 * @param unsubscribe the address that ends such letters; empty for a letter that was asked for
 */
public record Letter(
        String subject,
        List<String> opening,
        List<Button> button,
        List<Section> sections,
        List<String> closing,
        Optional<String> unsubscribe) {
    private static final int LONGEST_SUBJECT = 150;

    /** A link that stands for itself. @param before what to say before it; may be empty */
    public record Button(String before, String label, String address) {}

    /** Links under a title. */
    public record Section(String title, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** @param text may be longer, below the link; may be empty */
    public record Line(String label, String address, String text) {}

    public Letter {
        subject = oneLine(subject);
        opening = List.copyOf(opening);
        button = List.copyOf(button);
        sections = List.copyOf(sections);
        closing = List.copyOf(closing);
    }

    /** A line break in a subject would begin another header. */
    private static String oneLine(String text) {
        var line = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }
}
