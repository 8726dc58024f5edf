package org.nabla.grading.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.grading.form.Form;
import org.nabla.grading.judging.Approximation;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Figures;
import org.nabla.grading.judging.Intake;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.KeyRefused;
import org.nabla.grading.judging.Kind;
import org.nabla.grading.judging.Precision;
import org.nabla.grading.judging.Remark;
import org.nabla.grading.judging.Rounded;
import org.nabla.grading.judging.Trees;
import org.nabla.grading.judging.VectorAlgebra;
import org.nabla.grading.judging.Vectors;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Brackets;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Substitution;
import org.nabla.math.calculus.UndifferentiableException;
import org.nabla.math.lexing.Vocabulary;

/**
 * {@code condition}: anything that satisfies all conditions. They speak of the response by option {@code name}, {@code v}
 * unless it is given; option {@code size} says how many entries it has, and without it the response is one value. Its entries
 * are {@code v_1}, {@code v_2}, … Option {@code example} holds a right response, for whoever shows or checks the exercise.
 */
public record ConditionKind(Context context, String name, int size, List<Relation> conditions)
        implements Kind<List<Expression>> {

    public static ConditionKind of(Context context, String field, List<String> values) {
        Precision.of(context);
        var name = context.option("name").orElse("v");
        var size = context.option("size").orElse("1");
        if (!size.matches("[1-9]")) {
            throw new KeyRefused("answer.size", "Give the count of entries, from 1 to 9.");
        }
        var count = Integer.parseInt(size);
        var letters = new LinkedHashMap<>(context.domains());
        letters.put(name, Domain.REAL);
        for (var i = 1; i <= count; i++) {
            letters.put(name + "_" + i, Domain.REAL);
        }
        var withResponse = context.with(Vocabulary.of(letters));
        var relations = values.stream()
                .flatMap(value -> flat(withResponse.formula(field, value)))
                .map(condition -> {
                    if (condition instanceof Relation relation) {
                        return relation;
                    }
                    throw new KeyRefused(field, "Give conditions such as dot(v, (1, 2)) = 0.");
                })
                .toList();
        if (relations.isEmpty()) {
            throw new KeyRefused(field, "Give at least one condition.");
        }
        return new ConditionKind(context, name, count, relations);
    }

    private static Stream<Expression> flat(Expression tree) {
        if (tree instanceof And and) {
            return and.conditions().stream().flatMap(ConditionKind::flat);
        }
        return tree instanceof Listing listing ? listing.entries().stream() : Stream.of(tree);
    }

    @Override
    public Intake<List<Expression>> read(String typed) {
        var plain = context.with(context.vocabulary().withUnitVectors());
        var shape = Collections.nCopies(size, Trees.ZERO);
        return new TupleKind(plain, shape, Collections.nCopies(size, 1.0), Form.ANY).read(typed);
    }

    @Override
    public Judgement judge(List<Expression> response, Comparer comparer) {
        if (response.stream().anyMatch(entry -> Comparer.isNumber(entry) && Comparer.hasNoValue(entry))) {
            return Comparer.undefined();
        }
        var judgements = conditions.stream()
                .map(condition -> holds(condition, response, comparer))
                .toList();
        var parts = new ArrayList<Verdict.Entry>();
        for (var i = 0; i < judgements.size(); i++) {
            parts.add(
                    new Verdict.Entry("condition " + (i + 1), judgements.get(i).outcome(), ""));
        }
        var shown = parts.size() > 1 ? parts : List.<Verdict.Entry>of();
        var invalid =
                judgements.stream().filter(j -> j.outcome() == Outcome.INVALID).findFirst();
        var all = Figures.all(judgements);
        if (all.outcome() == Outcome.UNDECIDED && invalid.isPresent()) {
            return invalid.get();
        }
        if (all.outcome() == Outcome.WRONG && response.stream().anyMatch(Trees::hasDecimal)) {
            var rounded = rounded(response, judgements, comparer);
            if (rounded.isPresent()) {
                return rounded.get();
            }
        }
        var met = judgements.stream().filter(Judgement::isCorrect).count();
        var sentence = "This meets " + met + " of the " + judgements.size() + " conditions.";
        return all.outcome() == Outcome.WRONG && judgements.size() > 1
                ? all.with(shown).with(new Remark("condition", sentence))
                : all.with(shown);
    }

    /** Decimals are held entry by entry to what they approximate: the nearest numbers that satisfy the equations. */
    private Optional<Judgement> rounded(List<Expression> response, List<Judgement> judgements, Comparer comparer) {
        var letters = IntStream.rangeClosed(1, size)
                .mapToObj(i -> (Expression) new Symbol(name + "_" + i))
                .toList();
        var zero = new ArrayList<Expression>();
        for (var i = 0; i < conditions.size(); i++) {
            var equations = equations(conditions.get(i), letters);
            if (equations.isEmpty() && !judgements.get(i).isCorrect()) {
                return Optional.empty();
            }
            zero.addAll(equations);
        }
        var typed =
                response.stream().flatMap(entry -> Rounded.of(entry).stream()).toList();
        if (typed.size() < size || zero.isEmpty() || !zero.stream().allMatch(Trees::isScalar)) {
            return Optional.empty();
        }
        try {
            var names = letters.stream().map(letter -> ((Symbol) letter).name()).toList();
            var solution = new NearbySolution(zero, names);
            return solution.isMeantBy(typed) ? Optional.of(judge(typed, solution, comparer)) : Optional.empty();
        } catch (UndifferentiableException noDerivative) {
            return Optional.empty();
        }
    }

    private Judgement judge(List<Rounded> typed, NearbySolution solution, Comparer comparer) {
        var fewest = typed.stream()
                .flatMap(entry -> entry.digits().stream())
                .min(Comparator.naturalOrder())
                .orElse(0);
        var asked = Precision.of(context);
        if (solution.isLinear()) {
            return Judgement.invalid("approximate", "Nearly; exact values are asked here, such as fractions.");
        }
        if (asked.exact() || fewest < asked.digits()) {
            return new Approximation(fewest, fewest, true, false).judge(asked);
        }
        comparer.approximate();
        return Judgement.correct(Verdict.Decided.SAMPLED);
    }

    /** What vanishes where the condition is an equation; nothing for any other. */
    private List<Expression> equations(Relation condition, List<Expression> letters) {
        if (!condition.signs().stream().allMatch(Sign.EQUAL::equals)) {
            return List.of();
        }
        var put = Map.of(name, size == 1 ? letters.get(0) : new Tuple(Brackets.ROUND, letters));
        var sides = condition.sides().stream()
                .map(side -> VectorAlgebra.flatten(Substitution.replace(side, put)))
                .toList();
        var zero = new ArrayList<Expression>();
        for (var i = 0; i + 1 < sides.size(); i++) {
            var vectors = new Vectors(false);
            var u = vectors.entries(sides.get(i), size);
            var v = vectors.entries(sides.get(i + 1), size);
            if (u.isPresent() && v.isPresent() && u.get().size() == v.get().size()) {
                zero.addAll(Trees.map2(u.get(), v.get(), Trees::minus));
            } else {
                zero.add(Trees.minus(sides.get(i), sides.get(i + 1)));
            }
        }
        return zero;
    }

    private Judgement holds(Relation condition, List<Expression> response, Comparer comparer) {
        var put = new HashMap<String, Expression>();
        put.put(name, size == 1 ? response.get(0) : new Tuple(Brackets.ROUND, response));
        for (var i = 0; i < size; i++) {
            put.put(name + "_" + (i + 1), response.get(i));
        }
        var sides = condition.sides().stream()
                .map(side -> VectorAlgebra.flatten(Substitution.replace(side, put)))
                .toList();
        var judgements = new ArrayList<Judgement>();
        for (var i = 0; i < condition.signs().size(); i++) {
            judgements.add(relation(sides.get(i), condition.signs().get(i), sides.get(i + 1), comparer));
        }
        return judgements.size() == 1 ? judgements.get(0) : Figures.all(judgements);
    }

    private Judgement relation(Expression left, Sign sign, Expression right, Comparer comparer) {
        var vectors = new Vectors(false);
        var u = vectors.entries(left, size);
        var v = vectors.entries(right, size);
        if (u.isPresent() && v.isPresent() && u.get().size() == v.get().size()) {
            var all = Figures.all(Trees.map2(u.get(), v.get(), Trees::minus).stream()
                    .map(entry -> Figures.judgement(comparer.exact(entry, Trees.ZERO, context.domains())))
                    .toList());
            return sign == Sign.NOT_EQUAL ? opposite(all) : all;
        }
        if (!Trees.isScalar(left) || !Trees.isScalar(right)) {
            return Judgement.undecided();
        }
        return switch (sign) {
            case EQUAL -> Figures.judgement(comparer.exact(left, right, context.domains()));
            case NOT_EQUAL -> opposite(Figures.judgement(comparer.exact(left, right, context.domains())));
            case LESS -> order(right, left, false, comparer);
            case LESS_OR_EQUAL -> order(right, left, true, comparer);
            case GREATER -> order(left, right, false, comparer);
            case GREATER_OR_EQUAL -> order(left, right, true, comparer);
        };
    }

    private static Judgement opposite(Judgement judgement) {
        return judgement.isCorrect()
                ? Judgement.wrong()
                : judgement.outcome() == Outcome.WRONG ? Judgement.correct(Verdict.Decided.PROVED) : judgement;
    }

    /** Whether one number is larger than another: with certainty, since bounds around the difference decide. */
    private Judgement order(Expression larger, Expression smaller, boolean mayBeEqual, Comparer comparer) {
        if (comparer.same(larger, smaller, Map.of())) {
            return mayBeEqual ? Judgement.correct(Verdict.Decided.PROVED) : Judgement.wrong();
        }
        var difference = Comparer.isNumber(larger) && Comparer.isNumber(smaller)
                ? Approximation.value(Trees.minus(larger, smaller))
                : Optional.<java.math.BigDecimal>empty();
        return difference
                .map(d -> d.signum() > 0 ? Judgement.correct(Verdict.Decided.PROVED) : Judgement.wrong())
                .orElseGet(Judgement::undecided);
    }
}
