package org.nabla.exercise.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.exercise.Place;
import org.nabla.exercise.template.Condition;
import org.nabla.exercise.template.Formula;
import org.nabla.math.Expression;
import org.nabla.math.ExpressionSort;
import org.nabla.math.SyntaxError;
import org.nabla.math.reading.ExpressionParser;

/** Reads the formulas and conditions of a template, and reports what cannot be read where it stands. */
final class FormulaReader {
    private static final Pattern NATURE = Pattern.compile(" is (integer|rational)\\b");

    private final YamlFile file;
    private final TemplateNames names;

    FormulaReader(YamlFile file, TemplateNames names) {
        this.file = file;
        this.names = names;
    }

    TemplateNames names() {
        return names;
    }

    /** The same with one letter more. */
    FormulaReader with(String letter) {
        return new FormulaReader(file, names.with(letter));
    }

    void error(Place place, String message) {
        file.error(place, message);
    }

    Optional<Formula> formula(Text text) {
        var stripped = text.strip();
        if (stripped.isEmpty()) {
            error(text.place(), "expected a formula");
            return Optional.empty();
        }
        return ExpressionParser.parse(stripped.value(), names.vocabulary())
                .either(
                        read -> Optional.of(new Formula(stripped.value(), read.expression(), stripped.place())),
                        refused -> unreadable(stripped, refused));
    }

    private Optional<Formula> unreadable(Text text, SyntaxError refused) {
        error(text.placeOf(Math.min(refused.position(), text.value().length())), refused.message());
        return Optional.empty();
    }

    /** The entries of {@code [a, b, c]}. */
    List<Formula> entries(Text text) {
        var list = inBrackets(text);
        var formulas = new ArrayList<Formula>();
        list.forEach(entry -> formula(entry).ifPresent(formulas::add));
        return formulas;
    }

    /** The texts between commas in {@code [a, b, c]}. */
    List<Text> inBrackets(Text text) {
        var stripped = text.strip();
        var value = stripped.value();
        if (!value.startsWith("[") || !value.endsWith("]") || value.length() < 3) {
            error(stripped.place(), "expected a list in square brackets, such as [1, 2, 3]");
            return List.of();
        }
        return stripped.cut(1, value.length() - 1).split(",");
    }

    /** As a relation of the language; where {@code is integer} or {@code is rational} stands in it, joined here by and, or. */
    Optional<Condition> condition(Text text) {
        if (NATURE.matcher(text.value()).find()) {
            for (var word : List.of(" or ", " and ")) {
                var joined = text.split(word);
                if (joined.size() > 1) {
                    return joined(joined, word.equals(" and "));
                }
            }
            var whole = text.strip();
            if (whole.value().startsWith("(") && whole.value().endsWith(")")) {
                return condition(whole.cut(1, whole.value().length() - 1));
            }
        }
        return single(text);
    }

    private Optional<Condition> joined(List<Text> texts, boolean all) {
        var conditions =
                texts.stream().map(this::condition).flatMap(Optional::stream).toList();
        return conditions.size() == texts.size()
                ? Optional.of(new Condition.Joined(conditions, all))
                : Optional.empty();
    }

    private Optional<Condition> single(Text text) {
        for (var nature : Condition.Nature.values()) {
            var ending = " is " + nature.name().toLowerCase(java.util.Locale.ROOT);
            var stripped = text.strip();
            if (stripped.value().endsWith(ending)) {
                return formula(stripped.cut(0, stripped.value().length() - ending.length()))
                        .map(f -> new Condition.Is(f, nature));
            }
        }
        var formula = formula(text);
        if (formula.isPresent() && !isRelation(formula.get().tree())) {
            error(formula.get().place(), "expected a condition, such as a != 0 or norm(u) is integer");
            return Optional.empty();
        }
        return formula.map(Condition.Holds::new);
    }

    static boolean isRelation(Expression tree) {
        return ExpressionSort.of(tree) == ExpressionSort.CONDITION;
    }
}
