package org.nabla.practice.laboratory;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nabla.math.Expression;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.value.Evaluator;

/**
 * What is set in the laboratory, as it was typed; all of it stands in the address.
 *
 * @param landscape the id of one that can be chosen, or {@code own}
 * @param own the learner's own formula
 */
record Settings(String landscape, String own, String start, String rate, String momentum, String steps) {
    static final String OWN = "own";
    static final int MOST_STEPS = 60;
    private static final int LONGEST = 200;

    /** What was read, or for each field that could not be, why. */
    record Values(Loss loss, int reach, double[] start, BigDecimal rate, BigDecimal momentum, int steps) {}

    /**
     * @param fields by name; a field that is missing is as the chosen landscape suggests
     */
    static Settings of(Map<String, @Nullable String> fields) {
        var id = given(fields, "f").orElse(LaboratoryLandscape.VALLEY.id());
        var landscape = LaboratoryLandscape.of(id);
        var own = given(fields, "own").orElse("x^4/4 - x^2 + y^2 + x*y/2");
        // A new landscape brings its own start and rate: those of the old one make no sense on it.
        var fresh = given(fields, "was").filter(was -> !was.equals(id)).isPresent();
        return new Settings(
                landscape.isPresent() || id.equals(OWN) ? id : LaboratoryLandscape.VALLEY.id(),
                own,
                given(fields, "start")
                        .filter(s -> !fresh)
                        .orElse(landscape.map(LaboratoryLandscape::start).orElse("(-2, 1)")),
                given(fields, "rate")
                        .filter(s -> !fresh)
                        .orElse(landscape.map(LaboratoryLandscape::rate).orElse("0.1")),
                given(fields, "momentum").orElse("0"),
                given(fields, "steps").orElse("20"));
    }

    private static Optional<String> given(Map<String, @Nullable String> fields, String name) {
        return Optional.ofNullable(fields.get(name))
                .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    String formula() {
        return LaboratoryLandscape.of(landscape)
                .map(LaboratoryLandscape::formula)
                .orElse(own);
    }

    Optional<LaboratoryLandscape> chosen() {
        return LaboratoryLandscape.of(landscape);
    }

    /** The values; a field that cannot be read adds a sentence to the errors. */
    Optional<Values> read(Map<String, String> errors) {
        var loss = loss(errors);
        var point = start(errors);
        var learningRate = decimal(rate, "rate", "0.1", 100, errors);
        var kept = decimal(momentum, "momentum", "0.9", 0.999, errors);
        var count = steps(errors);
        return errors.isEmpty() && loss.isPresent()
                ? Optional.of(new Values(
                        loss.get(),
                        chosen().map(LaboratoryLandscape::reach).orElse(4),
                        point,
                        learningRate,
                        kept,
                        count))
                : Optional.empty();
    }

    private Optional<Loss> loss(Map<String, String> errors) {
        return Loss.read(formula()).either(Optional::of, error -> {
            errors.put("own", error.message());
            return Optional.empty();
        });
    }

    private double[] start(Map<String, String> errors) {
        var read = ExpressionParser.parse(start, Vocabulary.NUMBERS).tree();
        if (read.orElse(Expression.Word.EMPTY_SET) instanceof Expression.Tuple tuple
                && tuple.entries().size() == 2) {
            var x = Evaluator.of(tuple.entries().get(0), List.of()).at();
            var y = Evaluator.of(tuple.entries().get(1), List.of()).at();
            if (Math.abs(x) <= 1000 && Math.abs(y) <= 1000) {
                return new double[] {x, y};
            }
        }
        errors.put("start", "Give two numbers in brackets, such as (-2, 1.5).");
        return new double[] {0, 0};
    }

    private static BigDecimal decimal(
            String text, String field, String example, double highest, Map<String, String> errors) {
        try {
            var value = new BigDecimal(text.strip().replace(',', '.'));
            if (value.signum() >= 0 && value.doubleValue() <= highest && value.scale() <= 6 && value.scale() > -3) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        errors.put(field, "Give a number from 0 to " + Numerals.of(highest) + ", such as " + example + ".");
        return BigDecimal.ZERO;
    }

    private int steps(Map<String, String> errors) {
        var text = steps.strip();
        if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_STEPS) {
            return Integer.parseInt(text);
        }
        errors.put("steps", "Give a whole number from 1 to " + MOST_STEPS + ".");
        return 1;
    }

    /** The address of this page with these settings. */
    public String address() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("f", landscape);
        if (landscape.equals(OWN)) {
            fields.put("own", own);
        }
        fields.put("start", start);
        fields.put("rate", rate);
        fields.put("momentum", momentum);
        fields.put("steps", steps);
        return "/laboratory?"
                + fields.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .reduce((a, b) -> a + "&" + b)
                        .orElse("");
    }
}
