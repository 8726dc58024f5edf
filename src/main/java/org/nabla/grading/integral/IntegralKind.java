package org.nabla.grading.integral;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nabla.grading.Verdict;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Entries;
import org.nabla.grading.judging.Formulas;
import org.nabla.grading.judging.Intake;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.KeyRefused;
import org.nabla.grading.judging.Kind;
import org.nabla.grading.judging.LeftSides;
import org.nabla.grading.judging.Precision;
import org.nabla.grading.judging.Remark;
import org.nabla.grading.judging.Trees;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Substitution;
import org.nabla.math.SyntaxError;
import org.nabla.math.lexing.Typing;

/**
 * {@code integral}: bounds and integrand of an iterated integral. The key gives it once for each order that is offered; a box
 * may be integrated in any order.
 */
public record IntegralKind(Context context, List<Iterated> keys) implements Kind<Iterated> {

    private static final Set<String> NO_ANGLES = Set.of("x", "y", "z", "r", "rho", "u", "v");
    private static final Expression TURN = Trees.times(Trees.number(2), Constant.PI);

    public static IntegralKind of(Context context, String field, List<String> values) {
        Precision.of(context);
        var keys = new ArrayList<Iterated>();
        for (var value : values) {
            try {
                keys.add(new IntegralReader(value, context.vocabulary()).read());
            } catch (IntegralReader.Refused refused) {
                throw new KeyRefused(field, refused.error().message());
            }
        }
        if (keys.isEmpty()) {
            throw new KeyRefused(field, "Give the integral, once for each order that is offered.");
        }
        return new IntegralKind(context, List.copyOf(keys));
    }

    @Override
    public Intake<Iterated> read(String typed) {
        if (typed.isBlank()) {
            return new Intake.Refused<>(new SyntaxError("Type an answer first.", 0, 0));
        }
        if (Formulas.tooLong(typed)) {
            return Intake.misfit(typed, "This is too long: at most 2,000 characters can be read.");
        }
        try {
            var response = new IntegralReader(
                            LeftSides.dropLeading(
                                    Typing.unmarked(typed), context.domains().keySet()),
                            context.vocabulary())
                    .read();
            return new Intake.Taken<>(response, response.echo());
        } catch (IntegralReader.Refused refused) {
            return new Intake.Refused<>(refused.error());
        }
    }

    @Override
    public Judgement judge(Iterated response, Comparer comparer) {
        return keys.stream()
                .flatMap(key -> inOrder(key, response.order()).stream())
                .findFirst()
                .map(key -> compare(response, key, comparer))
                .orElseGet(() -> Judgement.invalid(
                        "order",
                        "Another order of integration is asked: end with "
                                + keys.stream().map(Iterated::differentials).collect(Collectors.joining(" or "))
                                + "."));
    }

    private static Optional<Iterated> inOrder(Iterated key, List<String> order) {
        if (key.order().equals(order)) {
            return Optional.of(key);
        }
        if (!key.isBox()
                || key.bounds().size() != order.size()
                || !new HashSet<>(key.order()).equals(new HashSet<>(order))) {
            return Optional.empty();
        }
        var bounds = order.stream()
                .map(name -> key.bounds().get(key.order().indexOf(name)))
                .toList();
        return Optional.of(new Iterated(bounds, key.integrand()));
    }

    private Judgement compare(Iterated response, Iterated key, Comparer comparer) {
        var judgements = new ArrayList<Judgement>();
        var labels = new ArrayList<String>();
        for (var i = 0; i < key.bounds().size(); i++) {
            var given = response.bounds().get(i);
            var asked = key.bounds().get(i);
            if (isFullTurn(given, key, i, comparer)) {
                asked = given;
            }
            judgements.add(bound(given.lower(), asked.lower(), comparer));
            labels.add("lower bound of " + asked.variable());
            judgements.add(bound(given.upper(), asked.upper(), comparer));
            labels.add("upper bound of " + asked.variable());
        }
        judgements.add(comparer.value(response.integrand(), key.integrand(), context));
        labels.add("integrand");
        return Entries.combine(judgements, Collections.nCopies(labels.size(), 1.0), labels::get);
    }

    /** From −π to π is as good as from 0 to 2π, where all that is integrated comes back after a full turn. */
    private boolean isFullTurn(Iterated.Bound given, Iterated key, int index, Comparer comparer) {
        var asked = key.bounds().get(index);
        var constant = Stream.of(given.lower(), given.upper(), asked.lower(), asked.upper())
                .allMatch(end -> Comparer.isNumber(end) && !Trees.contains(end, e -> e == Constant.INFINITY));
        if (!constant
                || NO_ANGLES.contains(asked.variable())
                || comparer.same(given.lower(), asked.lower(), context.domains())
                || !comparer.same(Trees.minus(given.upper(), given.lower()), TURN, context.domains())
                || !comparer.same(Trees.minus(asked.upper(), asked.lower()), TURN, context.domains())) {
            return false;
        }
        var turned =
                Map.<String, Expression>of(asked.variable(), Trees.plus(List.of(new Symbol(asked.variable()), TURN)));
        return Stream.concat(
                        key.bounds().stream().flatMap(b -> Stream.of(b.lower(), b.upper())), Stream.of(key.integrand()))
                .allMatch(e -> !Trees.mentions(e, asked.variable())
                        || comparer.same(Substitution.replace(e, turned), e, context.domains()));
    }

    private Judgement bound(Expression response, Expression key, Comparer comparer) {
        var infinite = Trees.contains(response, e -> e == Constant.INFINITY)
                || Trees.contains(key, e -> e == Constant.INFINITY);
        if (infinite) {
            return response.equals(key) ? Judgement.correct(Verdict.Decided.IDENTICAL) : Judgement.wrong();
        }
        return comparer.value(response, key, context);
    }

    @Override
    public Optional<Remark> diagnose(Iterated response, Comparer comparer) {
        for (var key : keys) {
            var same = inOrder(key, response.order());
            if (same.isEmpty()) {
                continue;
            }
            var swapped = response.bounds().stream()
                    .map(b -> new Iterated.Bound(b.variable(), b.upper(), b.lower()))
                    .toList();
            for (var i = 0; i < swapped.size(); i++) {
                var bounds = new ArrayList<>(response.bounds());
                bounds.set(i, swapped.get(i));
                if (compare(new Iterated(bounds, response.integrand()), same.get(), comparer)
                        .isCorrect()) {
                    return Optional.of(new Remark(
                            "swapped", "The bounds of " + swapped.get(i).variable() + " are the wrong way round."));
                }
            }
            if (compare(new Iterated(response.bounds(), same.get().integrand()), same.get(), comparer)
                    .isCorrect()) {
                return Optional.of(new Remark(
                        "integrand",
                        "The bounds are right. Look at the integrand: does the area element bring a factor?"));
            }
            return Optional.empty();
        }
        return Optional.empty();
    }
}
