package org.nabla.exercise.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nabla.exercise.Place;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.FigurePlan;
import org.nabla.exercise.template.Formula;

/**
 * The file of one lesson, read and checked for form, before numbers are known.
 *
 * @param template its parameters and definitions, with the question of "Your turn" as the one part
 * @param shown the values of parameters that everybody sees first; the others are drawn
 */
public record LessonPlan(
        ExerciseTemplate template,
        Map<String, Formula> shown,
        Opening opening,
        Rule rule,
        Picture picture,
        Worked example,
        YourTurn check,
        Pitfall pitfall,
        Snippet numpy,
        Said ml,
        Onward onward,
        Grounds grounds) {

    /** What is asked first, the idea that answers it, and the terms that it brings. */
    public record Opening(Said question, Said idea, Map<String, String> terms) {}

    /** The figure, what it says in labels and in its alternative text, and what is moved in it. */
    public record Picture(FigurePlan figure, List<Said> words, Move move) {}

    /**
     * Where to go from here.
     *
     * @param next the exercises to go on with, easiest first
     * @param alike the skill that is easily taken for this one
     */
    public record Onward(List<String> next, Optional<String> alike) {}

    /**
     * On what the sentences of the lesson rest.
     *
     * @param given relations that define something, and so need no proof
     * @param everyday words that are terms elsewhere and are meant here as anybody means them
     */
    public record Grounds(List<Piece> given, List<Claim> claims, List<String> everyday) {

        /** Whether a formula of the prose stands in what is given or claimed. */
        public boolean cover(String formula) {
            return given.stream().anyMatch(piece -> piece.flat().contains(formula))
                    || claims.stream().anyMatch(claim -> claim.says().contains(formula));
        }
    }

    /** The formulas, how they are read aloud, and what to mind. */
    public record Rule(List<Said> says, Said read, List<Anchored> rules) {}

    /** A paragraph that can be linked. */
    public record Anchored(String id, Said text) {}

    /** The example, with a reason at each step. */
    public record Worked(Said prompt, List<Formula> answer, List<Step> steps) {}

    /** @param see the paragraph that the reason rests on */
    public record Step(Said act, Said why, Optional<Piece> see) {}

    /** @param see for each mistake the paragraph to read, where one is named */
    public record YourTurn(Said prompt, List<Said> feedback, List<Optional<Piece>> see) {}

    /** What was true in one variable, and what is true now. */
    public record Pitfall(String id, Said belief, Said truth) {}

    /** A few lines of NumPy that reach the same value by another way. */
    public record Snippet(Said code, Formula prints, Said says) {}

    /** A bare text with its place. */
    public record Piece(String text, Place place) {

        /** With one blank where the author had any white space. */
        public String flat() {
            return text.strip().replaceAll("\\s+", " ");
        }
    }

    /** The skill that it teaches. */
    public String skill() {
        return template.skills().get(0);
    }

    public int version() {
        return template.version();
    }

    public Place place() {
        return template.place();
    }

    /** The names of the paragraphs that can be linked. */
    public List<String> anchors() {
        var ids = new ArrayList<>(rule.rules().stream().map(Anchored::id).toList());
        ids.add(pitfall.id());
        return List.copyOf(ids);
    }

    /** All links to paragraphs, of this lesson ({@code factor}) or of another ({@code DF02#factor}). */
    public List<Piece> links() {
        return Stream.concat(example.steps().stream().map(Step::see), check.see().stream())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Everything that a learner reads, in the order of the page. */
    public List<Said> all() {
        var all = new ArrayList<Said>();
        all.add(opening.question());
        all.add(opening.idea());
        all.addAll(rule.says());
        all.add(rule.read());
        rule.rules().forEach(r -> all.add(r.text()));
        all.addAll(picture.words());
        all.addAll(List.of(
                picture.move().label(), picture.move().ask(), picture.move().reads()));
        all.add(example.prompt());
        for (var step : example.steps()) {
            all.add(step.act());
            all.add(step.why());
        }
        all.add(check.prompt());
        all.addAll(check.feedback());
        all.addAll(List.of(pitfall.belief(), pitfall.truth(), numpy.says(), ml));
        return List.copyOf(all);
    }
}
