package org.nabla.math;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Application;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Interval;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Or;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Expression.Union;

/** Ways through a tree that need not know what its nodes mean. */
public final class Traversal {

    private Traversal() {}

    /** The node with each of its children replaced; leaves are themselves. */
    public static Expression mapChildren(Expression e, UnaryOperator<Expression> f) {
        if (e instanceof Sum sum) {
            return new Sum(mapAll(sum.terms(), f));
        } else if (e instanceof Product product) {
            return new Product(mapAll(product.factors(), f));
        } else if (e instanceof Quotient quotient) {
            return new Quotient(f.apply(quotient.numerator()), f.apply(quotient.denominator()));
        } else if (e instanceof Power power) {
            return new Power(f.apply(power.base()), f.apply(power.exponent()));
        } else if (e instanceof Negation negation) {
            return new Negation(f.apply(negation.argument()));
        } else if (e instanceof Call call) {
            return new Call(call.function(), mapAll(call.arguments(), f));
        } else if (e instanceof Application application) {
            return new Application(application.name(), mapAll(application.arguments(), f));
        }
        return mapCollection(e, f);
    }

    private static Expression mapCollection(Expression e, UnaryOperator<Expression> f) {
        if (e instanceof Tuple tuple) {
            return new Tuple(tuple.brackets(), mapAll(tuple.entries(), f));
        } else if (e instanceof Matrix matrix) {
            return new Matrix(matrix.rows().stream().map(row -> mapAll(row, f)).toList());
        } else if (e instanceof Braces braces) {
            return new Braces(mapAll(braces.entries(), f));
        } else if (e instanceof Listing listing) {
            return new Listing(mapAll(listing.entries(), f));
        } else if (e instanceof Relation relation) {
            return new Relation(mapAll(relation.sides(), f), relation.signs());
        } else if (e instanceof And and) {
            return new And(mapAll(and.conditions(), f));
        } else if (e instanceof Or or) {
            return new Or(mapAll(or.conditions(), f));
        } else if (e instanceof Interval i) {
            return new Interval(f.apply(i.lower()), i.lowerClosed(), f.apply(i.upper()), i.upperClosed());
        } else if (e instanceof Union union) {
            return new Union(mapAll(union.sets(), f));
        }
        return e;
    }

    private static List<Expression> mapAll(List<Expression> all, UnaryOperator<Expression> f) {
        var result = new ArrayList<Expression>(all.size());
        for (var each : all) {
            result.add(f.apply(each));
        }
        return result;
    }

    public static List<Expression> children(Expression e) {
        var children = new ArrayList<Expression>();
        mapChildren(e, child -> {
            children.add(child);
            return child;
        });
        return children;
    }

    /** Whether the node or one below it meets the condition. */
    public static boolean anyMatch(Expression e, Predicate<Expression> condition) {
        if (condition.test(e)) {
            return true;
        }
        for (var child : children(e)) {
            if (anyMatch(child, condition)) {
                return true;
            }
        }
        return false;
    }

    public static boolean mentions(Expression e, String name) {
        return anyMatch(
                e, node -> node instanceof Symbol symbol && symbol.name().equals(name));
    }

    public static boolean hasSymbol(Expression e) {
        return anyMatch(e, node -> node instanceof Symbol || node instanceof Application);
    }

    /** The names of all symbols, in alphabetical order. */
    public static java.util.SortedSet<String> symbols(Expression e) {
        var names = new java.util.TreeSet<String>();
        anyMatch(e, node -> {
            if (node instanceof Symbol symbol) {
                names.add(symbol.name());
            }
            return false;
        });
        return names;
    }

    /** How long the expression looks: its nodes, signs included. */
    public static int size(Expression e) {
        var size = 1;
        for (var child : children(e)) {
            size += size(child);
        }
        return size;
    }
}
