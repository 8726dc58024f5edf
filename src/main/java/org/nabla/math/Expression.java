package org.nabla.math;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A mathematical expression as it was written: the closed set of nodes that parser, writers, evaluator and algebra share.
 *
 * <p>The tree keeps the form: {@code x - y} is {@code Sum[x, Negation(y)]}, {@code 2/4} is {@code Quotient(2, 4)}. Nothing
 * is simplified by building it. Lists are immutable. Two expressions are {@code equals} when they have the same form.
 *
 * <p>Each kind of node knows its own children. What differs from kind to kind is a {@link ExpressionVisitor}: a new kind does not
 * compile until every visitor has said what it is there. All kinds stand in this one file, so that the set is seen whole.
 */
public sealed interface Expression {

    /** What stands directly below this node, in the order in which it is written; none for a leaf. Immutable. */
    default List<Expression> children() {
        return List.of();
    }

    /** The same kind of node with each child replaced; a leaf is itself. */
    default Expression map(UnaryOperator<Expression> f) {
        return this;
    }

    /** What the visitor says of this kind of node. */
    <R> R accept(ExpressionVisitor<R> visitor);

    /** The names of all symbols, in alphabetical order, so that nothing depends on how the expression was typed. */
    default SortedSet<String> symbols() {
        return symbolsOf(this);
    }

    /** The names of all symbols of several expressions, in alphabetical order. */
    static SortedSet<String> symbolsOf(Expression... expressions) {
        var names = new TreeSet<String>();
        for (var e : expressions) {
            e.addSymbolsTo(names);
        }
        return names;
    }

    /** Adds the names of all symbols. */
    default void addSymbolsTo(Set<String> names) {
        for (var child : children()) {
            child.addSymbolsTo(names);
        }
    }

    default boolean mentions(String name) {
        for (var child : children()) {
            if (child.mentions(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a symbol occurs, or a function of unknown rule: without one, the expression is a fixed value. */
    default boolean hasSymbol() {
        for (var child : children()) {
            if (child.hasSymbol()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the node or one below it meets the condition. */
    default boolean anyMatch(Predicate<Expression> condition) {
        if (condition.test(this)) {
            return true;
        }
        for (var child : children()) {
            if (child.anyMatch(condition)) {
                return true;
            }
        }
        return false;
    }

    /** How long the expression looks: its nodes, signs included. */
    default int size() {
        var size = 1;
        for (var child : children()) {
            size += child.size();
        }
        return size;
    }

    /** A name or a named number, which stands beside others without brackets. */
    default boolean isName() {
        return false;
    }

    /** A whole number in digits, of any sign. */
    default boolean isWhole() {
        return false;
    }

    /** A whole number in digits, not negative: what a person types as digits alone. */
    default boolean isNatural() {
        return false;
    }

    /** A number below zero in one node, such as only algebra makes. */
    default boolean isNegativeNumber() {
        return false;
    }

    /** Whether this is the function with its arguments. */
    default boolean isCallOf(Function function) {
        return false;
    }

    /** Whether a minus stands in front, as a node of its own. */
    default boolean isNegated() {
        return false;
    }

    /** The opposite: with a minus in front, or without the one that is there. */
    default Expression opposite() {
        return new Negation(this);
    }

    /** Whether this can stand for a number: not a vector, a condition or a set, and not infinity. */
    default boolean isScalar() {
        return false;
    }

    /** A vector as it is typed: several entries in round or angle brackets. */
    default boolean isVector() {
        return false;
    }

    /** A vector or a matrix. */
    default boolean isVectorial() {
        return false;
    }

    /** What is true or false. */
    default boolean isCondition() {
        return false;
    }

    /** Infinity, or infinity with a minus. */
    default boolean isInfinite() {
        return false;
    }

    /** The terms of a sum; anything else is a sum of itself alone. */
    default List<Expression> terms() {
        return List.of(this);
    }

    /** The entries of a vector, a list or a set, the rows of a matrix as vectors; anything else is one component. */
    default List<Expression> components() {
        return List.of(this);
    }

    private static List<Expression> all(List<Expression> each, UnaryOperator<Expression> f) {
        var result = new ArrayList<Expression>(each.size());
        for (var e : each) {
            result.add(f.apply(e));
        }
        return result;
    }

    /** A whole number or, where algebra made it, an exact fraction. The parser makes only non-negative whole ones. */
    record Numeral(Rational value) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.numeral(this);
        }

        @Override
        public boolean isWhole() {
            return value.isInteger();
        }

        @Override
        public boolean isNatural() {
            return value.isInteger() && value.signum() >= 0;
        }

        @Override
        public boolean isNegativeNumber() {
            return value.signum() < 0;
        }

        @Override
        public boolean isScalar() {
            return true;
        }
    }

    /** A number that was typed with a decimal point or an exponent; its precision is the count of significant digits. */
    record Decimal(BigDecimal value) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.decimal(this);
        }

        @Override
        public boolean isNegativeNumber() {
            return value.signum() < 0;
        }

        @Override
        public boolean isScalar() {
            return true;
        }
    }

    /** A named number. */
    enum Constant implements Expression {
        PI,
        E,
        /** The imaginary unit. */
        I,
        INFINITY;

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.constant(this);
        }

        @Override
        public boolean isName() {
            return true;
        }

        @Override
        public boolean isScalar() {
            return this != INFINITY;
        }

        @Override
        public boolean isInfinite() {
            return this == INFINITY;
        }
    }

    /** A declared name, in the spelling of its declaration: {@code x}, {@code x_1}, {@code theta}. */
    record Symbol(String name) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.symbol(this);
        }

        @Override
        public void addSymbolsTo(Set<String> names) {
            names.add(name);
        }

        @Override
        public boolean mentions(String other) {
            return name.equals(other);
        }

        @Override
        public boolean hasSymbol() {
            return true;
        }

        @Override
        public boolean isName() {
            return true;
        }

        @Override
        public boolean isScalar() {
            return true;
        }
    }

    /** Two or more terms; subtraction is a {@link Negation} as a term. */
    record Sum(List<Expression> terms) implements Expression {
        public Sum {
            terms = List.copyOf(terms);
        }

        @Override
        public List<Expression> children() {
            return terms;
        }

        @Override
        public Expression map(UnaryOperator<Expression> f) {
            return new Sum(all(terms, f));
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.sum(this);
        }

        @Override
        public boolean isScalar() {
            return true;
        }
    }

    /** Two or more factors. */
    record Product(List<Expression> factors) implements Expression {
        public Product {
            factors = List.copyOf(factors);
        }

        @Override
        public List<Expression> children() {
            return factors;
        }

        @Override
        public Expression map(UnaryOperator<Expression> f) {
            return new Product(all(factors, f));
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.product(this);
        }

        @Override
        public boolean isScalar() {
            return true;
        }
    }

    record Quotient(Expression numerator, Expression denominator) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(numerator, denominator);
        }

        @Override
        public Expression map(UnaryOperator<Expression> f) {
            return new Quotient(f.apply(numerator), f.apply(denominator));
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.quotient(this);
        }

        @Override
        public boolean isScalar() {
            return true;
        }
    }

    record Power(Expression base, Expression exponent) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(base, exponent);
        }

        @Override
        public Expression map(UnaryOperator<Expression> f) {
            return new Power(f.apply(base), f.apply(exponent));
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.power(this);
        }

        @Override
        public boolean isScalar() {
            return true;
        }
    }

    record Negation(Expression argument) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(argument);
        }

        @Override
        public Expression map(UnaryOperator<Expression> f) {
            return new Negation(f.apply(argument));
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.negation(this);
        }

        @Override
        public boolean isScalar() {
            return true;
        }

        @Override
        public boolean isInfinite() {
            return argument == Constant.INFINITY;
        }

        @Override
        public boolean isNegated() {
            return true;
        }

        @Override
        public Expression opposite() {
            return argument;
        }
    }

    /** A built-in function with its arguments. */
    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        public Call(Function function, Expression... arguments) {
            this(function, List.of(arguments));
        }

        @Override
        public List<Expression> children() {
            return arguments;
        }

        @Override
        public Expression map(UnaryOperator<Expression> f) {
            return new Call(function, all(arguments, f));
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.call(this);
        }

        @Override
        public boolean isCallOf(Function other) {
            return function == other;
        }

        @Override
        public boolean isScalar() {
            return true;
        }
    }

    /** A declared function of unknown rule, as on a left side: {@code f(x, y)}, {@code r(t)}. */
    record Application(String name, List<Expression> arguments) implements Expression {
        public Application {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Expression> children() {
            return arguments;
        }

        @Override
        public Expression map(UnaryOperator<Expression> f) {
            return new Application(name, all(arguments, f));
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.application(this);
        }

        @Override
        public boolean hasSymbol() {
            return true;
        }

        @Override
        public boolean isScalar() {
            return true;
        }
    }

    /** Entries in brackets: a vector, a point, or an interval whose two ends have like brackets; the answer's kind says which. */
    record Tuple(Brackets brackets, List<Expression> entries) implements Expression {
        public Tuple {
            entries = List.copyOf(entries);
        }

        @Override
        public List<Expression> children() {
            return entries;
        }

        @Override
        public Expression map(UnaryOperator<Expression> f) {
            return new Tuple(brackets, all(entries, f));
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.tuple(this);
        }

        @Override
        public boolean isVectorial() {
            return true;
        }

        @Override
        public List<Expression> components() {
            return entries;
        }

        @Override
        public boolean isVector() {
            return brackets != Brackets.SQUARE && entries.size() > 1;
        }
    }

    /** How a tuple was written. */
    enum Brackets {
        ROUND,
        SQUARE,
        ANGLE
    }

    /** Rows of equal length. */
    record Matrix(List<List<Expression>> rows) implements Expression {
        public Matrix {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public List<Expression> children() {
            return rows.stream().flatMap(List::stream).toList();
        }

        @Override
        public Expression map(UnaryOperator<Expression> f) {
            return new Matrix(rows.stream().map(row -> all(row, f)).toList());
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.matrix(this);
        }

        @Override
        public boolean isVectorial() {
            return true;
        }

        @Override
        public List<Expression> components() {
            return rows.stream()
                    .<Expression>map(row -> new Tuple(Brackets.ROUND, row))
                    .toList();
        }
    }

    /** Entries in braces: {@code {1, 2}}; none for the empty set. */
    record Braces(List<Expression> entries) implements Expression {
        public Braces {
            entries = List.copyOf(entries);
        }

        @Override
        public List<Expression> children() {
            return entries;
        }

        @Override
        public Expression map(UnaryOperator<Expression> f) {
            return new Braces(all(entries, f));
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.braces(this);
        }

        @Override
        public List<Expression> components() {
            return entries;
        }
    }

    /** Entries without brackets: {@code 1, 2} or {@code x = 1 + t, y = 2t}. */
    record Listing(List<Expression> entries) implements Expression {
        public Listing {
            entries = List.copyOf(entries);
        }

        @Override
        public List<Expression> children() {
            return entries;
        }

        @Override
        public Expression map(UnaryOperator<Expression> f) {
            return new Listing(all(entries, f));
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.listing(this);
        }

        @Override
        public List<Expression> components() {
            return entries;
        }
    }

    /** A chain of n + 1 sides and n signs: {@code 0 <= x < 1}. */
    record Relation(List<Expression> sides, List<Sign> signs) implements Expression {
        public Relation {
            sides = List.copyOf(sides);
            signs = List.copyOf(signs);
        }

        public Relation(Expression left, Sign sign, Expression right) {
            this(List.of(left, right), List.of(sign));
        }

        @Override
        public List<Expression> children() {
            return sides;
        }

        @Override
        public Expression map(UnaryOperator<Expression> f) {
            return new Relation(all(sides, f), signs);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.relation(this);
        }

        @Override
        public boolean isCondition() {
            return true;
        }
    }

    /** The sign of a relation. */
    enum Sign {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }

    /** All of several conditions. */
    record And(List<Expression> conditions) implements Expression {
        public And {
            conditions = List.copyOf(conditions);
        }

        @Override
        public List<Expression> children() {
            return conditions;
        }

        @Override
        public Expression map(UnaryOperator<Expression> f) {
            return new And(all(conditions, f));
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.and(this);
        }

        @Override
        public boolean isCondition() {
            return true;
        }
    }

    /** At least one of several conditions. */
    record Or(List<Expression> conditions) implements Expression {
        public Or {
            conditions = List.copyOf(conditions);
        }

        @Override
        public List<Expression> children() {
            return conditions;
        }

        @Override
        public Expression map(UnaryOperator<Expression> f) {
            return new Or(all(conditions, f));
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.or(this);
        }

        @Override
        public boolean isCondition() {
            return true;
        }
    }

    /** An interval whose brackets differ, or that algebra made: {@code [0, 5)}. */
    record Interval(Expression lower, boolean lowerClosed, Expression upper, boolean upperClosed)
            implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(lower, upper);
        }

        @Override
        public Expression map(UnaryOperator<Expression> f) {
            return new Interval(f.apply(lower), lowerClosed, f.apply(upper), upperClosed);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.interval(this);
        }
    }

    /** A union of intervals or sets. */
    record Union(List<Expression> sets) implements Expression {
        public Union {
            sets = List.copyOf(sets);
        }

        @Override
        public List<Expression> children() {
            return sets;
        }

        @Override
        public Expression map(UnaryOperator<Expression> f) {
            return new Union(all(sets, f));
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.union(this);
        }
    }

    /** A word that is an answer. */
    enum Word implements Expression {
        DOES_NOT_EXIST,
        EMPTY_SET,
        ALL_REALS;

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.word(this);
        }
    }
}
