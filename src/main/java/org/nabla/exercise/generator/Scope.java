package org.nabla.exercise.generator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.nabla.exercise.Place;
import org.nabla.exercise.numeric.Children;
import org.nabla.exercise.numeric.Letters;
import org.nabla.exercise.numeric.NumericException;
import org.nabla.exercise.numeric.Rationals;
import org.nabla.exercise.numeric.Sameness;
import org.nabla.exercise.numeric.Truth;
import org.nabla.exercise.reading.Domains;
import org.nabla.exercise.template.BrokenTemplateException;
import org.nabla.exercise.template.Condition;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.Formula;
import org.nabla.math.CalculusException;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.Traversal;
import org.nabla.math.formula.Calculus;

/** What the names of a template stand for in one exercise, and what its formulas become with them. */
public final class Scope {
    /** Definitions that use each other twice double with each: thirty lines could ask for more than any memory holds. */
    private static final int MOST_NODES = 20_000;

    private final ExerciseTemplate template;
    private final Calculus calculus;
    private final Map<String, Domain> domains;
    private final Map<String, Expression> values = new LinkedHashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();
    private final BooleanSupplier late;
    private final List<Derived> derived = new ArrayList<>();

    /**
     * What was carried out, so that another route can say whether it agrees.
     *
     * @param formula with the values put in, nothing carried out
     */
    public record Derived(Expression formula, Expression value) {}

    /** @param late whether the time is up */
    Scope(ExerciseTemplate template, Calculus calculus, BooleanSupplier late) {
        this.template = template;
        this.calculus = calculus;
        this.late = late;
        this.domains = new LinkedHashMap<>(Domains.of(template.variables()));
        template.letters().forEach(letter -> domains.put(letter, Domain.REAL));
    }

    /** The same values and words, under another limit of time. */
    Scope until(BooleanSupplier end) {
        var scope = new Scope(template, calculus, end);
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
                        || !template.parameters().containsKey(name)
                                && !template.define().containsKey(name));
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
        if (e instanceof Expression.Symbol symbol) {
            return values.getOrDefault(symbol.name(), symbol);
        }
        return Traversal.mapChildren(e, this::insert);
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
        for (var child : Children.of(e)) {
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
        boolean keeps = e instanceof Expression.Call call && call.function() == Function.INTEGRATE
                || e instanceof Expression.Relation
                || e instanceof Expression.And
                || e instanceof Expression.Or;
        if (keeps) {
            return Traversal.mapChildren(e, this::form);
        }
        boolean known = domains.keySet().containsAll(Letters.free(e))
                && template.letters().stream().noneMatch(Letters.free(e)::contains);
        return known ? evaluate(e) : e;
    }

    private Expression evaluate(Expression e) {
        if (e instanceof Expression.Relation relation) {
            return new Expression.Relation(evaluate(relation.sides()), relation.signs());
        } else if (e instanceof Expression.And and) {
            return new Expression.And(evaluate(and.conditions()));
        } else if (e instanceof Expression.Or or) {
            return new Expression.Or(evaluate(or.conditions()));
        } else if (e instanceof Expression.Listing listing) {
            return new Expression.Listing(evaluate(listing.entries()));
        } else if (e instanceof Expression.Union union) {
            return new Expression.Union(evaluate(union.sets()));
        } else if (e instanceof Expression.Interval i) {
            return new Expression.Interval(evaluate(i.lower()), i.lowerClosed(), evaluate(i.upper()), i.upperClosed());
        } else if (e instanceof Expression.Word) {
            return e;
        }
        var value = calculus.evaluate(e, domains);
        if (!value.equals(e)) {
            derived.add(new Derived(e, value));
        }
        return value;
    }

    /** All that was carried out so far, each once. */
    public List<Derived> derived() {
        return derived.stream().distinct().toList();
    }

    /** What the letters stand for. */
    public Map<String, Domain> domains() {
        return domains;
    }

    private List<Expression> evaluate(List<Expression> entries) {
        return entries.stream().map(this::evaluate).toList();
    }

    /** The value as a whole number. */
    int integer(Formula formula) {
        var value = value(formula);
        var rational = Rationals.of(value).filter(Rational::isInteger);
        return rational.map(r -> r.numerator().intValueExact())
                .orElseThrow(() -> broken(formula, "expected a whole number"));
    }

    boolean holds(Condition condition) {
        if (condition instanceof Condition.Joined joined) {
            return joined.all()
                    ? joined.conditions().stream().allMatch(this::holds)
                    : joined.conditions().stream().anyMatch(this::holds);
        } else if (condition instanceof Condition.Is is) {
            var value = Rationals.of(value(is.formula()));
            return value.isPresent()
                    && (is.nature() == Condition.Nature.RATIONAL || value.get().isInteger());
        }
        var formula = condition.formulas().get(0);
        try {
            return Truth.of(value(formula));
        } catch (NumericException e) {
            throw broken(formula, e.sentence());
        }
    }

    BrokenTemplateException broken(Formula formula, String message) {
        return new BrokenTemplateException(template.id(), formula.place(), "in \"" + formula.text() + "\": " + message);
    }

    BrokenTemplateException broken(Place place, String message) {
        return new BrokenTemplateException(template.id(), place, message);
    }
}
