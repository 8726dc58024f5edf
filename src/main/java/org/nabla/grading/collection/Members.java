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
import org.nabla.math.PartialVisitor;

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
        return checked(tree.accept(new Listed()).stream());
    }

    /** The members in whatever brackets, or none, they are typed. */
    private final class Listed implements PartialVisitor<List<Expression>> {
        @Override
        public List<Expression> braces(Braces braces) {
            return braces.entries();
        }

        @Override
        public List<Expression> listing(Listing listing) {
            return listing.entries();
        }

        @Override
        public List<Expression> or(Or or) {
            return or.conditions();
        }

        @Override
        public List<Expression> tuple(Tuple tuple) {
            return !points || tuple.entries().stream().anyMatch(Members::isPoint) ? tuple.entries() : otherwise(tuple);
        }

        @Override
        public List<Expression> word(Word word) {
            return word == Word.EMPTY_SET || word == Word.DOES_NOT_EXIST ? List.of() : otherwise(word);
        }

        @Override
        public List<Expression> otherwise(Expression e) {
            return List.of(e);
        }
    }

    private List<Expression> checked(Stream<Expression> members) {
        return members.flatMap(
                        member -> member instanceof Braces braces ? braces.entries().stream() : Stream.of(member))
                .map(this::checked)
                .toList();
    }

    private Expression checked(Expression member) {
        if (points) {
            if (isPoint(member) && member.children().stream().allMatch(Trees::isScalar)) {
                return member;
            }
            throw new Misfit("Points are asked: type each in brackets, such as (1, 2), (3, 4).");
        }
        if (!Trees.isScalar(member)) {
            throw new Misfit("Values are asked, separated by commas, not " + Types.name(member) + ".");
        }
        return member;
    }

    Judgement compare(Expression response, Expression key, Comparer comparer) {
        if (!isPoint(response) || !isPoint(key)) {
            return comparer.value(response, key, context);
        }
        var left = response.children();
        var right = key.children();
        if (left.size() != right.size()) {
            return Judgement.wrong();
        }
        var judgements = IntStream.range(0, right.size())
                .mapToObj(i -> comparer.value(left.get(i), right.get(i), context))
                .toList();
        var all = Entries.combine(judgements, java.util.Collections.nCopies(judgements.size(), 1.0), String::valueOf);
        return all.outcome() == Outcome.PARTIAL ? Judgement.wrong() : all;
    }
}
