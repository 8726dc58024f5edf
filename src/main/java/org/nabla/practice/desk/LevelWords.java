package org.nabla.practice.desk;

import java.util.List;

/** The five levels of difficulty in words. */
public final class LevelWords {
    private static final List<String> WORDS = List.of("warm-up", "easy", "medium", "hard", "challenge");

    private LevelWords() {}

    public static String word(int level) {
        return WORDS.get(Math.min(Math.max(level, 1), WORDS.size()) - 1);
    }
}
