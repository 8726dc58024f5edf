package org.nabla.practice.laboratory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nabla.exercise.Exercise;
import org.nabla.practice.answer.VerdictView;

/**
 * What the page of the laboratory shows.
 *
 * @param errors by field, in the order of the form
 * @param result empty while a field cannot be read
 */
record LaboratoryPage(Settings settings, Map<String, String> errors, Optional<Result> result) {

    /**
     * What followed from the settings.
     *
     * @param about what is peculiar about this loss, as prose
     * @param bound of the learning rate, as prose; empty where there is none
     */
    record Result(
            String formula,
            String about,
            Map<String, Object> figure,
            String alternative,
            String tone,
            String sentence,
            String bound,
            List<Row> rows,
            Optional<Turn> turn) {}

    /** A step in the table. */
    record Row(
            int number, String point, String loss, String gradient, String steepness, boolean rose, String practise) {}

    /**
     * The exercise with what became of its answer.
     *
     * @param settings of the page, to be sent along
     * @param submission the name of the form
     */
    record Turn(
            NextStep exercise, Settings settings, UUID submission, List<Box> boxes, boolean solved, boolean solution) {}

    record Box(String id, String label, String typed, String help, Optional<VerdictView> verdict) {

        public boolean invalid() {
            return verdict.filter(v -> v.tone().equals("invalid")).isPresent();
        }
    }

    /**
     * What the learner did on this page: from which step the exercise starts, what was typed and how it was judged.
     *
     * @param submission the name of the form for the next answer
     */
    record Doing(
            int from, UUID submission, Map<String, String> typed, Map<String, VerdictView> verdicts, boolean solution) {
        static Doing nothing(int from, UUID submission) {
            return new Doing(from, submission, Map.of(), Map.of(), false);
        }
    }

    static LaboratoryPage of(Settings settings, Doing doing) {
        var errors = new LinkedHashMap<String, String>();
        var values = settings.read(errors);
        return new LaboratoryPage(settings, errors, values.map(read -> result(settings, read, doing)));
    }

    private static Result result(Settings settings, Settings.Values values, Doing doing) {
        var descent = Descent.of(
                values.loss(),
                values.start(),
                values.rate().doubleValue(),
                values.momentum().doubleValue(),
                values.steps());
        var story = new Story(values, descent);
        return new Result(
                "f(x, y) = " + values.loss().latex(),
                settings.chosen().map(LaboratoryLandscape::about).orElse(""),
                new Picture(values, descent).data(),
                story.alternative(),
                story.tone(),
                story.sentence(),
                story.bound().orElse(""),
                rows(settings, descent),
                NextStep.of(values, descent, doing.from()).map(exercise -> turn(exercise, settings, doing)));
    }

    private static List<Row> rows(Settings settings, Descent descent) {
        var rows = new ArrayList<Row>();
        var before = Double.POSITIVE_INFINITY;
        for (var step : descent.steps()) {
            rows.add(new Row(
                    step.number(),
                    Numerals.pair(step.x(), step.y()),
                    Numerals.of(step.loss()),
                    Numerals.pair(step.gradientX(), step.gradientY()),
                    Numerals.of(step.steepness()),
                    step.loss() > before,
                    NextStep.startsFrom(step) ? settings.address() + "&from=" + step.number() + "#turn" : ""));
            before = step.loss();
        }
        return List.copyOf(rows);
    }

    private static Turn turn(NextStep exercise, Settings settings, Doing doing) {
        var boxes = exercise.parts().stream().map(part -> box(part, doing)).toList();
        var solved = boxes.stream()
                .allMatch(box ->
                        box.verdict().filter(v -> v.tone().equals("correct")).isPresent());
        return new Turn(exercise, settings, doing.submission(), boxes, solved, doing.solution());
    }

    private static Box box(Exercise.Part part, Doing doing) {
        return new Box(
                part.id(),
                part.label(),
                doing.typed().getOrDefault(part.id(), ""),
                "Two numbers in brackets, such as (1, -0.5); three digits are enough.",
                Optional.ofNullable(doing.verdicts().get(part.id())));
    }

    public List<LaboratoryLandscape> landscapes() {
        return LaboratoryLandscape.all();
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** How a step is made, as prose. */
    public String caption() {
        return "Each step: $v \\leftarrow \\beta v - \\eta\\,\\nabla f$, then the point moves by $v$. Here $\\eta$ is the learning rate and $\\beta$ the momentum.";
    }

    public boolean own() {
        return settings.landscape().equals(Settings.OWN);
    }
}
