package org.nabla.math;

import java.math.BigDecimal;
import java.util.List;

/**
 * A mathematical expression as it was written: the closed set of nodes that parser, writers, evaluator and algebra share.
 *
 * <p>The tree keeps the form: {@code x - y} is {@code Sum[x, Negation(y)]}, {@code 2/4} is {@code Quotient(2, 4)}. Nothing
 * is simplified by building it. Lists are immutable. Two expressions are {@code equals} when they have the same form.
 */
public sealed interface Expression {

    /** A whole number or, where algebra made it, an exact fraction. The parser makes only non-negative whole ones. */
    record Numeral(Rational value) implements Expression {}

    /** A number that was typed with a decimal point or an exponent; its precision is the count of significant digits. */
    record Decimal(BigDecimal value) implements Expression {}

    /** A named number. */
    enum Constant implements Expression {
        PI,
        E,
        /** The imaginary unit. */
        I,
        INFINITY
    }

    /** A declared name, in the spelling of its declaration: {@code x}, {@code x_1}, {@code theta}. */
    record Symbol(String name) implements Expression {}

    /** Two or more terms; subtraction is a {@link Negation} as a term. */
    record Sum(List<Expression> terms) implements Expression {
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /** Two or more factors. */
    record Product(List<Expression> factors) implements Expression {
        public Product {
            factors = List.copyOf(factors);
        }
    }

    record Quotient(Expression numerator, Expression denominator) implements Expression {}

    record Power(Expression base, Expression exponent) implements Expression {}

    record Negation(Expression argument) implements Expression {}

    /** A built-in function with its arguments. */
    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        public Call(Function function, Expression... arguments) {
            this(function, List.of(arguments));
        }
    }

    /** A declared function of unknown rule, as on a left side: {@code f(x, y)}, {@code r(t)}. */
    record Application(String name, List<Expression> arguments) implements Expression {
        public Application {
            arguments = List.copyOf(arguments);
        }
    }

    /** Entries in brackets: a vector, a point, or an interval whose two ends have like brackets; the answer's kind says which. */
    record Tuple(Brackets brackets, List<Expression> entries) implements Expression {
        public Tuple {
            entries = List.copyOf(entries);
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
    }

    /** Entries in braces: {@code {1, 2}}; none for the empty set. */
    record Braces(List<Expression> entries) implements Expression {
        public Braces {
            entries = List.copyOf(entries);
        }
    }

    /** Entries without brackets: {@code 1, 2} or {@code x = 1 + t, y = 2t}. */
    record Listing(List<Expression> entries) implements Expression {
        public Listing {
            entries = List.copyOf(entries);
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
    }

    /** At least one of several conditions. */
    record Or(List<Expression> conditions) implements Expression {
        public Or {
            conditions = List.copyOf(conditions);
        }
    }

    /** An interval whose brackets differ, or that algebra made: {@code [0, 5)}. */
    record Interval(Expression lower, boolean lowerClosed, Expression upper, boolean upperClosed)
            implements Expression {}

    /** A union of intervals or sets. */
    record Union(List<Expression> sets) implements Expression {
        public Union {
            sets = List.copyOf(sets);
        }
    }

    /** A word that is an answer. */
    enum Word implements Expression {
        DOES_NOT_EXIST,
        EMPTY_SET,
        ALL_REALS
    }
}
