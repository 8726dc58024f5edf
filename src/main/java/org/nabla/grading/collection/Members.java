package org.nabla.grading.collection;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nabla.grading.Outcome;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Entries;
import org.nabla.grading.judging.Formulas.Misfit;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.Trees;
import org.nabla.grading.judging.Types;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Or;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Expression.Word;

/** The members of a typed list or set, each a value or a point, and how two of them compare. */
final class Members {

    private final Context context;
    private final boolean points;

    /** @param points whether the members are points, so that one pair of brackets is one member */
    Members(Context context, boolean points) {
        this.context = context;
        this.points = points;
    }

    static boolean isPoint(Expression member) {
        return member instanceof Tuple;
    }

    List<Expression> of(Expression tree) {
        if (tree instanceof Braces braces) {
            return checked(braces.entries().stream());
        } else if (tree instanceof Listing listing) {
            return checked(listing.entries().stream());
        } else if (tree instanceof Or or) {
            return checked(or.conditions().stream());
        } else if (tree instanceof Tuple tuple
                && (!points || tuple.entries().stream().anyMatch(Tuple.class::isInstance))) {
            return checked(tuple.entries().stream());
        } else if (tree == Word.EMPTY_SET || tree == Word.DOES_NOT_EXIST) {
            return List.of();
        }
        return checked(Stream.of(tree));
    }

    private List<Expression> checked(Stream<Expression> members) {
        return members.flatMap(
                        member -> member instanceof Braces braces ? braces.entries().stream() : Stream.of(member))
                .map(this::checked)
                .toList();
    }

    private Expression checked(Expression member) {
        if (points) {
            if (member instanceof Tuple tuple && tuple.entries().stream().allMatch(Trees::isScalar)) {
                return tuple;
            }
            throw new Misfit("Points are asked: type each in brackets, such as (1, 2), (3, 4).");
        }
        if (!Trees.isScalar(member)) {
            throw new Misfit("Values are asked, separated by commas, not " + Types.name(member) + ".");
        }
        return member;
    }

    Judgement compare(Expression response, Expression key, Comparer comparer) {
        if (!(response instanceof Tuple left) || !(key instanceof Tuple right)) {
            return comparer.value(response, key, context);
        }
        if (left.entries().size() != right.entries().size()) {
            return Judgement.wrong();
        }
        var judgements = IntStream.range(0, right.entries().size())
                .mapToObj(i ->
                        comparer.value(left.entries().get(i), right.entries().get(i), context))
                .toList();
        var all = Entries.combine(judgements, java.util.Collections.nCopies(judgements.size(), 1.0), String::valueOf);
        return all.outcome() == Outcome.PARTIAL ? Judgement.wrong() : all;
    }
}
