package org.nabla.moodle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.exercise.Exercise;
import org.nabla.grading.AnswerSpec;
import org.nabla.math.Expression;
import org.nabla.math.writing.TextWriter;

/**
 * The boxes in which Moodle can ask for an answer of Nabla. Numbers are compared within a tolerance, all else letter by letter;
 * where many forms are right, none of them is a key, and the answer is left out.
 */
final class Boxes {

    /** Several boxes in a line or a table, with what stands between them. @param layout with {@code {0}} for the first box */
    record Laid(String layout, List<AnswerBox> boxes) {
        static Laid alone(AnswerBox box) {
            return new Laid("{0}", List.of(box));
        }
    }

    /** Why Moodle cannot ask for it, after “left out:”. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("parallel", "every multiple of the vector is right"),
            Map.entry("direction", "every positive multiple of the vector is right"),
            Map.entry("antiderivative", "a constant may be added, and many forms are right"),
            Map.entry("integral", "limits and order of integration can be written in many ways"),
            Map.entry("equation", "the same set has many equations"),
            Map.entry("line", "the same line has many parameters"),
            Map.entry("plane", "the same plane has many equations"),
            Map.entry("curve", "the same curve has many parameters"),
            Map.entry("region", "the same region can be described in many ways"),
            Map.entry("condition", "the same condition can be written in many ways"));

    private static final Set<String> CHOICES = Set.of("choice", "choices");
    private static final Set<String> LETTERS = Set.of("expression", "interval", "limit", "list", "order", "set");
    private static final int MOST_ORDERS = 3;

    private Boxes() {}

    /** What cannot be asked of this part, in words; empty where all can. */
    static Optional<String> obstacle(Exercise.Part part) {
        var kind = part.answer().kind();
        if (LEFT_OUT.containsKey(kind)) {
            return Optional.of(LEFT_OUT.get(kind));
        }
        return of(part).isPresent() ? Optional.empty() : Optional.of("Moodle has no box for an answer of this kind");
    }

    static Optional<Laid> of(Exercise.Part part) {
        var answer = part.answer();
        var kind = answer.kind();
        if (CHOICES.contains(kind)) {
            return Optional.of(Laid.alone(choice(answer)));
        }
        if (LEFT_OUT.containsKey(kind)) {
            return Optional.empty();
        }
        var text = String.join(", ", answer.value());
        var key = MoodleNumbers.read(text, answer);
        if (kind.equals("number") || kind.equals("limit")) {
            var number = key.flatMap(MoodleNumbers::value);
            if (number.isPresent()) {
                return Optional.of(Laid.alone(number(number.get(), answer, true)));
            }
        }
        if (kind.equals("vector") || kind.equals("point")) {
            return key.flatMap(k -> tuple(k, answer));
        }
        if (kind.equals("matrix")) {
            return key.flatMap(k -> matrix(k, answer));
        }
        return LETTERS.contains(kind) ? Optional.of(Laid.alone(letters(answer, text))) : Optional.empty();
    }

    private static Optional<Laid> tuple(Expression key, AnswerSpec answer) {
        if (!(key instanceof Expression.Tuple tuple)) {
            return Optional.empty();
        }
        var layout = new ArrayList<String>();
        var boxes = new ArrayList<AnswerBox>();
        for (var entry : tuple.entries()) {
            layout.add("{" + boxes.size() + "}");
            boxes.add(entry(entry, answer));
        }
        return Optional.of(new Laid("( " + String.join(", ", layout) + " )", boxes));
    }

    private static Optional<Laid> matrix(Expression key, AnswerSpec answer) {
        if (!(key instanceof Expression.Matrix matrix)) {
            return Optional.empty();
        }
        var layout = new StringBuilder("<table>");
        var boxes = new ArrayList<AnswerBox>();
        for (var row : matrix.rows()) {
            layout.append("<tr>");
            for (var entry : row) {
                layout.append("<td>{").append(boxes.size()).append("}</td>");
                boxes.add(entry(entry, answer));
            }
            layout.append("</tr>");
        }
        return Optional.of(new Laid(layout.append("</table>").toString(), boxes));
    }

    private static AnswerBox entry(Expression entry, AnswerSpec answer) {
        return MoodleNumbers.value(entry)
                .map(value -> number(value, answer, false))
                .orElseGet(() -> new AnswerBox.Short(spelled(TextWriter.write(entry), answer)));
    }

    private static AnswerBox number(double value, AnswerSpec answer, boolean withMistakes) {
        var digits = MoodleNumbers.digits(answer);
        var near = new ArrayList<AnswerBox.Numerical.Near>();
        var tolerance = MoodleNumbers.tolerance(value, digits, answer);
        near.add(new AnswerBox.Numerical.Near(MoodleNumbers.text(value), MoodleNumbers.text(tolerance), 100, ""));
        for (var mistake : withMistakes ? answer.mistakes() : List.<AnswerSpec.Mistake>of()) {
            MoodleNumbers.read(mistake.value(), answer)
                    .flatMap(MoodleNumbers::value)
                    .filter(wrong -> Math.abs(wrong - value) > 2 * tolerance)
                    .ifPresent(wrong -> near.add(new AnswerBox.Numerical.Near(
                            MoodleNumbers.text(wrong),
                            MoodleNumbers.text(MoodleNumbers.tolerance(wrong, digits, answer)),
                            0,
                            mistake.feedback())));
        }
        return new AnswerBox.Numerical(near);
    }

    private static AnswerBox choice(AnswerSpec answer) {
        var options = answer.options().getOrDefault("options", List.of());
        var right = answer.value();
        var single = answer.kind().equals("choice");
        var each = 100.0 / right.size();
        return new AnswerBox.Choice(
                options.stream()
                        .map(option -> new AnswerBox.Option(
                                option,
                                right.contains(option) ? each : single ? 0 : -each,
                                answer.mistakes().stream()
                                        .filter(mistake -> mistake.value().equals(option))
                                        .map(AnswerSpec.Mistake::feedback)
                                        .findFirst()
                                        .orElse("")))
                        .toList(),
                single);
    }

    private static AnswerBox letters(AnswerSpec answer, String text) {
        var accepted = new ArrayList<AnswerBox.Option>();
        if (answer.kind().equals("set") && answer.value().size() <= MOST_ORDERS) {
            orders(answer.value()).forEach(order -> {
                accepted.addAll(spelled(String.join(", ", order), answer));
                accepted.addAll(spelled("{" + String.join(", ", order) + "}", answer));
            });
        } else {
            accepted.addAll(spelled(text, answer));
        }
        for (var mistake : answer.mistakes()) {
            accepted.add(new AnswerBox.Option(mistake.value(), 0, mistake.feedback()));
        }
        return new AnswerBox.Short(accepted.stream()
                .collect(java.util.stream.Collectors.toMap(
                        AnswerBox.Option::text, option -> option, (one, other) -> one, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .toList());
    }

    private static List<AnswerBox.Option> spelled(String text, AnswerSpec answer) {
        return Spellings.of(text, answer).stream()
                .map(way -> new AnswerBox.Option(way, 100, ""))
                .toList();
    }

    private static List<List<String>> orders(List<String> entries) {
        if (entries.size() <= 1) {
            return List.of(entries);
        }
        var orders = new ArrayList<List<String>>();
        for (var first : entries) {
            var rest = new ArrayList<>(entries);
            rest.remove(first);
            for (var order : orders(rest)) {
                var whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }
}
