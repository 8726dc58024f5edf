package org.nabla.grading.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nabla.grading.diagnosis.TupleDiagnosis;
import org.nabla.grading.form.Form;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Entries;
import org.nabla.grading.judging.Formulas;
import org.nabla.grading.judging.Formulas.Misfit;
import org.nabla.grading.judging.Intake;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.KeyRefused;
import org.nabla.grading.judging.Kind;
import org.nabla.grading.judging.LeftSides;
import org.nabla.grading.judging.Precision;
import org.nabla.grading.judging.Remark;
import org.nabla.grading.judging.Trees;
import org.nabla.grading.judging.Vectors;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Symbol;

/** {@code vector} and {@code point}: equal entry by entry. */
public record TupleKind(Context context, List<Expression> key, List<Double> weights, Form form)
        implements Kind<List<Expression>> {

    private static final Pattern POINT_NAME = Pattern.compile("^\\s*+[A-Z][0-9₀-₉]?\\s*+(?=\\()");

    public static TupleKind of(Context plain, String field, String value) {
        var context = plain.with(plain.vocabulary().withUnitVectors());
        Precision.of(context);
        var tree = context.formula(field, LeftSides.dropOne(value, Set.of()));
        var key = new Vectors(true)
                .entries(tree, highestUnit(tree))
                .orElseThrow(() -> new KeyRefused(field, "Entries in brackets are needed here, such as (1, 2)."));
        return new TupleKind(context, key, Entries.weights(context, key.size()), Form.of(context));
    }

    private static int highestUnit(Expression tree) {
        return Trees.mentions(tree, "k") ? 3 : 2;
    }

    @Override
    public Intake<List<Expression>> read(String typed) {
        return Formulas.read(
                typed,
                Formulas.tooLong(typed) ? typed : LeftSides.dropOne(named(typed), Set.of()),
                context.vocabulary(),
                tree -> shape(tree));
    }

    /** {@code f_x = …, f_y = …} by coordinates, and {@code P(3, 2)} as the point alone. */
    private String named(String typed) {
        var text = LeftSides.components(typed, coordinates());
        var name = POINT_NAME.matcher(text);
        return context.spec().kind().equals("point") && name.find()
                ? " ".repeat(name.end()) + text.substring(name.end())
                : text;
    }

    private List<String> coordinates() {
        if (context.names().size() == key.size()) {
            return context.names();
        }
        return key.size() <= 3 ? List.of("x", "y", "z").subList(0, key.size()) : List.of();
    }

    private List<Expression> shape(Expression tree) {
        var size = key.size();
        var asked = "A " + context.spec().kind() + " is asked: give " + size + " entries in brackets, such as "
                + example(size) + ".";
        if (tree instanceof Braces) {
            throw new Misfit("Braces make a set, without order. " + asked);
        }
        var entries = tree instanceof Listing listing
                ? coordinates(listing)
                : new Vectors(true)
                        .entries(tree, size)
                        .or(() -> size == 1 && Trees.isScalar(tree) ? Optional.of(List.of(tree)) : Optional.empty());
        var given = entries.orElseThrow(() -> new Misfit(asked));
        if (given.size() != size) {
            throw new Misfit("There are " + given.size() + " entries. " + asked);
        }
        return given;
    }

    /** {@code 1, 2} without brackets, or {@code x = 1, y = 2} in any order. */
    private Optional<List<Expression>> coordinates(Listing listing) {
        var entries = listing.entries();
        if (entries.stream().allMatch(Trees::isScalar)) {
            return Optional.of(entries);
        }
        var values = new ArrayList<Expression>();
        for (var name : coordinates()) {
            entries.stream()
                    .filter(entry -> Trees.isEquation(entry)
                            && entry.children().get(0).equals(new Symbol(name))
                            && Trees.isScalar(entry.children().get(1)))
                    .map(entry -> entry.children().get(1))
                    .findFirst()
                    .ifPresent(values::add);
        }
        return values.size() == entries.size() ? Optional.of(values) : Optional.empty();
    }

    static String example(int size) {
        return IntStream.rangeClosed(1, size).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public Judgement judge(List<Expression> response, Comparer comparer) {
        var judgements = IntStream.range(0, key.size())
                .mapToObj(i -> entry(response.get(i), key.get(i), comparer))
                .toList();
        return Entries.combine(judgements, weights, i -> "entry " + (i + 1));
    }

    private Judgement entry(Expression response, Expression expected, Comparer comparer) {
        var judgement = comparer.value(response, expected, context);
        return judgement.isCorrect()
                ? form.check(response, expected, comparer, context).orElse(judgement)
                : judgement;
    }

    @Override
    public Optional<Remark> diagnose(List<Expression> response, Comparer comparer) {
        return new TupleDiagnosis(context, comparer).of(response, key);
    }
}
