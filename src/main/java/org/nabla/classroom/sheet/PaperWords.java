package org.nabla.classroom.sheet;

import java.util.regex.Pattern;

/** Says in the words of paper what a prompt says for a keyboard. */
final class PaperWords {
    private static final String HOW = "(?:them|it|its entries|their entries) as (?:\\$[^$]*\\$|`[^`]*`)";
    private static final Pattern CLAUSE = Pattern.compile("[;,] type " + HOW);
    private static final Pattern SENTENCE = Pattern.compile("\\s*\\bType " + HOW + "\\.");
    private static final Pattern INFINITE = Pattern.compile("\\btype `?inf`?");

    private PaperWords() {}

    static String of(String prompt) {
        var shorter = SENTENCE.matcher(CLAUSE.matcher(prompt).replaceAll("")).replaceAll("");
        return INFINITE.matcher(shorter)
                .replaceAll("say so")
                .replaceAll("\\bType\\b", "Write")
                .replaceAll("\\btype\\b", "write");
    }
}
