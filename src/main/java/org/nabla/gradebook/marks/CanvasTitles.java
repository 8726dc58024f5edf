package org.nabla.gradebook.marks;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.classroom.assignment.Assignment;

/**
 * What Canvas makes of titles when it reads a gradebook: some it drops, some it takes for another assignment.
 *
 * @see <a href="https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_importer.rb">Canvas, gradebook_importer.rb:
 *     NON_ASSIGNMENT_COLUMN_HEADERS, GRADEBOOK_IMPORTER_RESERVED_NAMES, Assignment.title_and_id</a>
 */
final class CanvasTitles {

    /** Columns with such words anywhere in their titles are those of Canvas's own totals: nothing is read from them. */
    private static final Pattern TOTALS =
            Pattern.compile("(Current|Final|Override) (Score|Points|Grade)|Override Status");

    /** Columns that tell who a learner is. */
    private static final List<String> RESERVED = List.of(
            "Student",
            "LastName",
            "FirstName",
            "ID",
            "SIS User ID",
            "SIS Login ID",
            "Section",
            "Integration ID",
            "Root Account");

    /** A number in brackets at the end is the number of an assignment in Canvas. */
    private static final Pattern NUMBERED = Pattern.compile(".*\\(\\d+\\)\\s*", Pattern.DOTALL);

    private static final int LONGEST = 255;

    private CanvasTitles() {}

    /** For each title that does not arrive as it is, what becomes of it, in a sentence. */
    static List<String> warnings(List<Assignment> assignments) {
        var seen = new HashSet<String>();
        return assignments.stream()
                .map(a -> objection(a.title(), seen.add(a.title())).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    static Optional<String> objection(String title, boolean first) {
        if (TOTALS.matcher(title).find()) {
            return Optional.of(
                    "Canvas drops “%s”: it takes a column with such words for one of its own totals.".formatted(title));
        }
        if (RESERVED.contains(title.strip())) {
            return Optional.of("Canvas drops “%s”: so it calls a column about the learner.".formatted(title));
        }
        if (NUMBERED.matcher(title).matches()) {
            return Optional.of(
                    "Canvas takes the number at the end of “%s” for the number of one of its own assignments."
                            .formatted(title));
        }
        if (!first) {
            return Optional.of(
                    "Two assignments are called “%s”; the second gets its number behind the title.".formatted(title));
        }
        return title.length() > LONGEST
                ? Optional.of("Canvas shortens “%s…”.".formatted(title.substring(0, 40)))
                : Optional.empty();
    }
}
