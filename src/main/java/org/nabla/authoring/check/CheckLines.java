package org.nabla.authoring.check;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.nabla.exercise.check.TemplateReport.Check;
import org.nabla.exercise.check.TemplateReport.Finding;

/** What the checks found, for an author: one line for each check, with how often and one example; failures first. */
final class CheckLines {

    private static final int LONGEST = 600;

    private static final Map<Check, String> WORDS = Map.ofEntries(
            Map.entry(Check.READS, "It cannot be read"),
            Map.entry(Check.GENERATES, "An exercise cannot be made, or not quickly enough"),
            Map.entry(Check.ANSWER, "Its own answer is not accepted in every form"),
            Map.entry(Check.MISTAKES, "A mistake is not told apart from the answer or from another mistake"),
            Map.entry(Check.VERIFIED, "The answer is not verified by another route"),
            Map.entry(Check.DISTINCT, "There are too few different exercises"),
            Map.entry(Check.TYPESETS, "A text cannot be typeset as it should be"),
            Map.entry(Check.PYTHON, "The Python snippet does not print the answer"),
            Map.entry(Check.GUESSED, "An answer can be guessed"),
            Map.entry(Check.QUOTED, "The steps do not speak of this very exercise"),
            Map.entry(Check.FIGURE, "The figure does not show what is said of it"));

    private record Kind(Check check, boolean note) {}

    private CheckLines() {}

    /** Too little variety is said and keeps nobody from setting it. */
    private static boolean isNote(Finding finding) {
        return finding.note() || finding.check().ofVariety();
    }

    static List<String> of(List<Finding> findings) {
        var kinds = new LinkedHashMap<Kind, List<Finding>>();
        findings.stream()
                .sorted(Comparator.comparing(CheckLines::isNote))
                .forEach(finding -> kinds.merge(
                        new Kind(finding.check(), isNote(finding)),
                        List.of(finding),
                        (all, one) -> Stream.concat(all.stream(), one.stream()).toList()));
        return kinds.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String line(Kind kind, List<Finding> found) {
        var first = found.get(0);
        var exercises =
                found.stream().flatMap(f -> f.seed().stream()).distinct().count();
        var text = new StringBuilder(kind.note() ? "Worth a look: " : "");
        text.append(Objects.requireNonNull(WORDS.get(kind.check())));
        if (exercises > 1) {
            text.append(", in ").append(exercises).append(" variants");
        }
        first.seed().ifPresent(seed -> text.append(", for example in variant ").append(seed));
        text.append(": ").append(first.message());
        return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST) + " …";
    }
}
