package org.nabla.classroom.roster;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes out characters that nobody sees, which copying from pages and documents leaves in a file, and remembers where. */
final class Unseen {

    private static final int NAMED = 5;

    /** Zero-width spaces and marks, soft hyphens, and marks of the direction of writing. */
    private static final Pattern MARKS =
            Pattern.compile("[\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]");

    private static final Pattern JOINERS = Pattern.compile("[\\u200c\\u200d]");
    private static final Pattern SPACES = Pattern.compile("[\\u00a0\\u2007\\u202f\\u2000-\\u200a\\u205f\\u3000]");

    /** In these a joiner has nothing to say. */
    private static final Set<UnicodeScript> WITHOUT_JOINERS =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.COMMON);

    private final Set<Long> lines = new TreeSet<>();

    /** The cell without them; unusual spaces become plain ones. */
    String without(String cell, long line) {
        var spaced = SPACES.matcher(MARKS.matcher(cell).replaceAll("")).replaceAll(" ");
        var cleaned = needsJoiners(spaced) ? spaced : JOINERS.matcher(spaced).replaceAll("");
        if (!cleaned.equals(cell)) {
            lines.add(line);
        }
        return cleaned;
    }

    /** Names in Persian or in the languages of India are written with joiners. */
    private static boolean needsJoiners(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .anyMatch(letter -> !WITHOUT_JOINERS.contains(UnicodeScript.of(letter)));
    }

    /** What happened, in a sentence; none where nothing did. */
    List<String> note(String file) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var named = lines.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        var more = lines.size() > NAMED ? " and %d more".formatted(lines.size() - NAMED) : "";
        return List.of("Characters that nobody sees, such as hard spaces, were taken out of %s (%s %s%s)."
                .formatted(file, lines.size() == 1 ? "line" : "lines", named, more));
    }
}
