package org.nabla.exercise.generator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.nabla.exercise.Place;
import org.nabla.exercise.numeric.Letters;
import org.nabla.exercise.numeric.NumericException;
import org.nabla.exercise.numeric.Sameness;
import org.nabla.exercise.numeric.Truth;
import org.nabla.exercise.reading.LetterDomains;
import org.nabla.exercise.template.BrokenTemplateException;
import org.nabla.exercise.template.Condition;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.Formula;
import org.nabla.math.CalculusException;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.ExpressionSort;
import org.nabla.math.ExpressionVisitor;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.formula.Calculus;

/** What the names of a template stand for in one exercise, and what its formulas become with them. */
public final class NameScope {
    /** Definitions that use each other twice double with each: thirty lines could ask for more than any memory holds. */
    private static final int MOST_NODES = 20_000;

    private final ExerciseTemplate template;
    private final Calculus calculus;
    private final Map<String, Domain> domains;
    private final Map<String, Expression> values = new LinkedHashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();
    private final BooleanSupplier late;
    private final List<Derived> derived = new ArrayList<>();
    private final ExpressionVisitor<Expression> evaluating = new Evaluating();

    private final ExpressionVisitor<Expression> inserting = new PartialVisitor<>() {
        @Override
        public Expression symbol(Expression.Symbol symbol) {
            return values.getOrDefault(symbol.name(), symbol);
        }

        @Override
        public Expression otherwise(Expression e) {
            return e.map(NameScope.this::insert);
        }
    };

    /**
     * What was carried out, so that another route can say whether it agrees.
     *
     * @param formula with the values put in, nothing carried out
     */
    public record Derived(Expression formula, Expression value) {}

    /** @param late whether the time is up */
    NameScope(ExerciseTemplate template, Calculus calculus, BooleanSupplier late) {
        this.template = template;
        this.calculus = calculus;
        this.late = late;
        this.domains = new LinkedHashMap<>(LetterDomains.of(template.numbers().variables()));
        template.numbers().letters().forEach(letter -> domains.put(letter, Domain.REAL));
    }

    /** The same values and words, under another limit of time. */
    NameScope until(BooleanSupplier end) {
        var scope = new NameScope(template, calculus, end);
        scope.values.putAll(values);
        scope.words.putAll(words);
        scope.derived.addAll(derived);
        return scope;
    }

    void put(String name, Expression value) {
        values.put(name, value);
    }

    void putWord(String name, String word) {
        words.put(name, word);
    }

    Map<String, Expression> values() {
        return values;
    }

    String word(String name) {
        return words.getOrDefault(name, "");
    }

    /** Whether every parameter and definition that the formula uses has its value. */
    boolean knows(Formula formula) {
        return Sameness.letters(formula.tree()).stream()
                .allMatch(name -> values.containsKey(name)
                        || !template.numbers().parameters().containsKey(name)
                                && !template.numbers().define().containsKey(name));
    }

    /** The formula with the values put in, nothing carried out. */
    public Expression insert(Formula formula) {
        return insert(formula.tree());
    }

    /**
     * Values go in everywhere, also where a function names its letter: with v drawn as y, {@code diff(f, v)} is the derivative
     * by y. No letter can be caught by this, because names and letters are never the same.
     */
    private Expression insert(Expression e) {
        return e.accept(inserting);
    }

    /** The value of a formula, carried out and tidied. */
    public Expression value(Formula formula) {
        try {
            return evaluate(bounded(formula));
        } catch (CalculusException | ArithmeticException e) {
            throw broken(formula, e.getMessage() == null ? "it cannot be computed" : e.getMessage());
        }
    }

    /** The formula with the values put in, while there is time and it is of a size that can be handled. */
    Expression bounded(Formula formula) {
        hurry(formula);
        var whole = insert(formula);
        if (nodesLeft(whole, MOST_NODES) < 0) {
            throw broken(formula, "it grows too large once the values are put in");
        }
        return whole;
    }

    /** Says so where the time is up, of the formula that is being worked on. */
    void hurry(Formula formula) {
        if (late.getAsBoolean()) {
            throw broken(formula, "the exercise takes too long to generate; simplify the formulas");
        }
    }

    /** How many nodes there may be more; below zero as soon as there are too many. */
    private static int nodesLeft(Expression e, int most) {
        int left = most - 1;
        for (var child : e.children()) {
            if (left < 0) {
                return left;
            }
            left = nodesLeft(child, left);
        }
        return left;
    }

    /** The values put in and every number carried out, but an integral stays an integral, and a letter without domain stays. */
    Expression form(Formula formula) {
        try {
            return form(bounded(formula));
        } catch (CalculusException | ArithmeticException e) {
            throw broken(formula, e.getMessage() == null ? "it cannot be computed" : e.getMessage());
        }
    }

    private Expression form(Expression e) {
        if (e.isCallOf(Function.INTEGRATE) || ExpressionSort.of(e) == ExpressionSort.CONDITION) {
            return e.map(this::form);
        }
        boolean known = domains.keySet().containsAll(Letters.free(e))
                && template.numbers().letters().stream().noneMatch(Letters.free(e)::contains);
        return known ? evaluate(e) : e;
    }

    private Expression evaluate(Expression e) {
        return e.accept(evaluating);
    }

    /** Carries out what stands between relations, joints and commas; braces and tuples are values themselves. */
    private final class Evaluating implements PartialVisitor<Expression> {
        @Override
        public Expression relation(Expression.Relation relation) {
            return inside(relation);
        }

        @Override
        public Expression and(Expression.And and) {
            return inside(and);
        }

        @Override
        public Expression or(Expression.Or or) {
            return inside(or);
        }

        @Override
        public Expression listing(Expression.Listing listing) {
            return inside(listing);
        }

        @Override
        public Expression union(Expression.Union union) {
            return inside(union);
        }

        @Override
        public Expression interval(Expression.Interval interval) {
            return inside(interval);
        }

        @Override
        public Expression word(Expression.Word word) {
            return word;
        }

        private Expression inside(Expression e) {
            return e.map(NameScope.this::evaluate);
        }

        @Override
        public Expression otherwise(Expression e) {
            var value = calculus.evaluate(e, domains);
            if (!value.equals(e)) {
                derived.add(new Derived(e, value));
            }
            return value;
        }
    }

    /** All that was carried out so far, each once. */
    public List<Derived> derived() {
        return derived.stream().distinct().toList();
    }

    /** What the letters stand for. */
    public Map<String, Domain> domains() {
        return domains;
    }

    /** The value as a whole number. */
    int integer(Formula formula) {
        var value = value(formula);
        var rational = Rationals.of(value).filter(Rational::isInteger);
        return rational.map(r -> r.numerator().intValueExact())
                .orElseThrow(() -> broken(formula, "expected a whole number"));
    }

    boolean holds(Condition condition) {
        return condition.test(this::isTrue, this::is);
    }

    private boolean is(Formula formula, Condition.Nature nature) {
        return Rationals.of(value(formula))
                .filter(value -> nature == Condition.Nature.RATIONAL || value.isInteger())
                .isPresent();
    }

    private boolean isTrue(Formula relation) {
        try {
            return Truth.of(value(relation));
        } catch (NumericException e) {
            throw broken(relation, e.sentence());
        }
    }

    BrokenTemplateException broken(Formula formula, String message) {
        return new BrokenTemplateException(template.id(), formula.place(), "in \"" + formula.text() + "\": " + message);
    }

    BrokenTemplateException broken(Place place, String message) {
        return new BrokenTemplateException(template.id(), place, message);
    }
}
