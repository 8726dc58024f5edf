package org.nabla.math.writing;

import java.util.List;
import java.util.stream.Collectors;
import org.nabla.math.Expression;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Or;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Union;
import org.nabla.math.ExpressionVisitor;

/**
 * The walk that all writers share: a minus before what it belongs to, brackets where a part holds together less tightly
 * than its place asks, sums, relations and lists. A notation says how each kind of node looks in it.
 */
public abstract class Notation implements ExpressionVisitor<String> {

    private final Joints joints;

    /**
     * What stands between the parts, with its spaces.
     *
     * @param sign the minus before a whole expression
     * @param minus between two terms
     */
    public record Joints(String sign, String minus, String plus, String and, String or, String union) {}

    protected Notation(Joints joints) {
        this.joints = joints;
    }

    /** The expression in this notation. */
    public String of(Expression e) {
        var behindMinus = Minus.behind(e);
        return behindMinus.isPresent() ? minus(behindMinus.get()) : e.accept(this);
    }

    private String minus(Expression behind) {
        return joints.sign() + bracketed(behind, Precedence.PRODUCT);
    }

    /** The expression with brackets round it. */
    protected abstract String inBrackets(Expression e);

    protected abstract String sign(Sign sign);

    /** A side of a relation that a sign follows. */
    protected String beforeSign(Expression side) {
        return bracketed(side, Precedence.UNION);
    }

    /** The expression, in brackets where it holds together less tightly. */
    public String bracketed(Expression e, Precedence least) {
        return Precedence.of(e).compareTo(least) < 0 ? inBrackets(e) : of(e);
    }

    protected final String joined(List<Expression> parts, String separator, Precedence least) {
        return parts.stream().map(part -> bracketed(part, least)).collect(Collectors.joining(separator));
    }

    /** Entries with commas between them. */
    public final String list(List<Expression> entries) {
        return joined(entries, ", ", Precedence.OR);
    }

    @Override
    public String negation(Negation negation) {
        return minus(negation.argument());
    }

    @Override
    public String sum(Sum sum) {
        var out = new StringBuilder(bracketed(sum.terms().get(0), Precedence.NEGATION));
        for (var term : sum.terms().subList(1, sum.terms().size())) {
            var behind = Minus.behind(term);
            out.append(behind.isPresent() ? joints.minus() : joints.plus())
                    .append(bracketed(behind.orElse(term), Precedence.PRODUCT));
        }
        return out.toString();
    }

    @Override
    public String relation(Relation relation) {
        var out = new StringBuilder();
        for (int i = 0; i < relation.signs().size(); i++) {
            out.append(beforeSign(relation.sides().get(i)))
                    .append(' ')
                    .append(sign(relation.signs().get(i)))
                    .append(' ');
        }
        return out.append(bracketed(relation.sides().get(relation.signs().size()), Precedence.UNION))
                .toString();
    }

    @Override
    public String and(And and) {
        return joined(and.conditions(), joints.and(), Precedence.RELATION);
    }

    @Override
    public String or(Or or) {
        return joined(or.conditions(), joints.or(), Precedence.AND);
    }

    @Override
    public String union(Union union) {
        return joined(union.sets(), joints.union(), Precedence.SUM);
    }

    @Override
    public String listing(Listing listing) {
        return list(listing.entries());
    }
}
