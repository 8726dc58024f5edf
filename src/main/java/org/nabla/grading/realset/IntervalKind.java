package org.nabla.grading.realset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.grading.diagnosis.Ratio;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Entries;
import org.nabla.grading.judging.Formulas;
import org.nabla.grading.judging.Intake;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.KeyRefused;
import org.nabla.grading.judging.Kind;
import org.nabla.grading.judging.Precision;
import org.nabla.grading.judging.Remark;
import org.nabla.grading.judging.Trees;
import org.nabla.math.Domain;
import org.nabla.math.Expression;

/** {@code interval}: the same set of real numbers, as intervals or inequalities; each end counts, and whether it belongs. */
public record IntervalKind(Context context, String variable, RealSet key) implements Kind<RealSet> {

    private static final String ANY_NAME = "x";

    public static IntervalKind of(Context plain, String field, String value) {
        if (plain.names().size() > 1) {
            throw new KeyRefused("answer.variables", "An interval has one variable: ask for a region.");
        }
        // Without a declared variable x may still be used: x >= 0 is a usual way of writing an interval.
        var context = plain.names().isEmpty()
                ? Context.of(new AnswerSpec(
                        plain.spec().kind(),
                        plain.spec().value(),
                        Map.of(ANY_NAME, "real"),
                        plain.spec().options(),
                        plain.spec().mistakes()))
                : plain;
        Precision.of(context);
        var name = context.names().get(0);
        try {
            return new IntervalKind(context, name, set(context, name, context.formula(field, value)));
        } catch (Formulas.Misfit misfit) {
            throw new KeyRefused(field, String.valueOf(misfit.getMessage()));
        }
    }

    private static RealSet set(Context context, String name, Expression tree) {
        return RealSet.of(interval(tree), name, context.domains().getOrDefault(name, Domain.REAL));
    }

    /** {@code [2; 5]} also reads as a column of two entries. */
    private static Expression interval(Expression tree) {
        return tree instanceof Expression.Matrix m
                        && m.rows().size() == 2
                        && m.rows().stream().allMatch(row -> row.size() == 1)
                ? new Expression.Interval(
                        m.rows().get(0).get(0), true, m.rows().get(1).get(0), true)
                : tree;
    }

    @Override
    public Intake<RealSet> read(String typed) {
        return Formulas.read(typed, typed, context.vocabulary(), this::shape);
    }

    /** Of conditions that nothing satisfies at once, one or the other is meant, except where nothing is the answer. */
    private RealSet shape(Expression tree) {
        var set = set(context, variable, tree);
        boolean joined = !Trees.joinedConditions(tree).isEmpty();
        if (joined && set.certain() && set.pieces().isEmpty() && !key.pieces().isEmpty()) {
            throw new Formulas.Misfit(
                    "No number satisfies all of this at once. Did you mean or? Write or between them.");
        }
        return set;
    }

    @Override
    public Judgement judge(RealSet response, Comparer comparer) {
        if (!response.certain() || !key.certain()) {
            return Judgement.undecided();
        }
        if (response.pieces().size() != key.pieces().size()) {
            return Judgement.wrong();
        }
        if (key.pieces().isEmpty()) {
            return Judgement.correct(Verdict.Decided.PROVED);
        }
        var judgements = new ArrayList<Judgement>();
        var open = false;
        for (var i = 0; i < key.pieces().size(); i++) {
            var given = response.pieces().get(i);
            var asked = key.pieces().get(i);
            judgements.add(end(given.lower(), asked.lower(), comparer));
            judgements.add(end(given.upper(), asked.upper(), comparer));
            open |= given.lower().closed() != asked.lower().closed()
                    || given.upper().closed() != asked.upper().closed();
        }
        var ends = Entries.combine(judgements, java.util.Collections.nCopies(judgements.size(), 1.0), String::valueOf)
                .with(List.of());
        if (ends.outcome() == Outcome.PARTIAL) {
            return Judgement.wrong();
        }
        return open && ends.isCorrect()
                ? Judgement.wrong("boundary", "The ends are right, but which of them belong to the set?")
                : ends;
    }

    private Judgement end(RealSet.End given, RealSet.End asked, Comparer comparer) {
        if (!given.isFinite() || !asked.isFinite()) {
            return given.value() == asked.value() ? Judgement.correct(Verdict.Decided.IDENTICAL) : Judgement.wrong();
        }
        if (given.exact().isPresent() && asked.exact().isPresent()) {
            return comparer.value(given.exact().get(), asked.exact().get(), context);
        }
        return Ratio.near(given.value(), asked.value())
                ? Judgement.correct(Verdict.Decided.SAMPLED)
                : Judgement.wrong();
    }

    @Override
    public Optional<Remark> diagnose(RealSet response, Comparer comparer) {
        return Optional.empty();
    }
}
