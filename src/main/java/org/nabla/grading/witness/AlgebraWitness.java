package org.nabla.grading.witness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.VectorAlgebra;
import org.nabla.math.Cas;
import org.nabla.math.Cas.Answer;
import org.nabla.math.Cas.Operation;
import org.nabla.math.Expression;
import org.nabla.math.Rational;
import org.nabla.math.reading.ExpressionParser;

/** Puts a response and its key to the algebra system, past every rule of our own but the reading. */
public final class AlgebraWitness {
    /** The algebra system that is asked. */
    public static final String VERSION = "Symja 3.0.0";

    private static final Expression ZERO = new Expression.Numeral(Rational.ZERO);

    private final Cas cas;
    private final Cas.Budget budget;

    /**
     * @param cas asked where nobody waits
     * @param computing the most that one comparison may take
     * @param waiting the most that a turn is waited for
     */
    public AlgebraWitness(Cas cas, Duration computing, Duration waiting) {
        this.cas = cas;
        this.budget = new Cas.Budget(waiting.plus(computing), computing);
    }

    /**
     * What it says of a response.
     *
     * @param understood the reading of the response, in the input language
     * @return empty where the algebra system had no time
     */
    public Optional<Testimony> hear(AnswerSpec spec, String understood) {
        var context = Context.of(spec);
        var response = read(context, understood);
        var key = spec.value().stream().map(text -> read(context, text)).toList();
        if (response.isEmpty()
                || key.stream().anyMatch(Optional::isEmpty)
                || !spec.options().getOrDefault("on", List.of()).isEmpty()) {
            return Optional.of(Testimony.BEYOND);
        }
        var keys = key.stream().map(Optional::orElseThrow).toList();
        if (hasDecimals(response.get()) || keys.stream().anyMatch(AlgebraWitness::hasDecimals)) {
            return Optional.of(Testimony.BEYOND);
        }
        return switch (spec.kind()) {
            case "number", "expression", "vector", "point", "matrix" ->
                keys.size() == 1 ? all(context, entries(response.get()), entries(keys.get(0))) : beyond();
            case "list" -> all(context, members(List.of(response.get())), members(keys));
            case "set" -> set(context, members(List.of(response.get())), members(keys));
            case "antiderivative" -> keys.size() == 1 ? derivative(context, response.get(), keys.get(0)) : beyond();
            case "parallel" -> keys.size() == 1 ? parallel(context, response.get(), keys.get(0)) : beyond();
            default -> beyond();
        };
    }

    private static Optional<Testimony> beyond() {
        return Optional.of(Testimony.BEYOND);
    }

    private static Optional<Expression> read(Context context, String text) {
        return ExpressionParser.parse(text, context.vocabulary()).tree().map(VectorAlgebra::flatten);
    }

    private static boolean hasDecimals(Expression e) {
        return e.anyMatch(node -> node instanceof Expression.Decimal);
    }

    /** The entries of a vector, the rows of a matrix one after another, or the expression alone. */
    private static List<Expression> entries(Expression e) {
        return e instanceof Expression.Tuple || e instanceof Expression.Matrix ? e.children() : List.of(e);
    }

    /** The members of a set or list, however its braces are written. */
    private static List<Expression> members(List<Expression> written) {
        return written.size() == 1
                        && (written.get(0) instanceof Expression.Braces || written.get(0) instanceof Expression.Listing)
                ? written.get(0).children()
                : written;
    }

    private Optional<Testimony> all(Context context, List<Expression> response, List<Expression> key) {
        if (response.size() != key.size()) {
            return Optional.of(Testimony.DISPROVED);
        }
        var said = new ArrayList<Testimony>();
        for (int i = 0; i < key.size(); i++) {
            var one = entry(context, response.get(i), key.get(i));
            if (one.isEmpty()) {
                return one;
            }
            said.add(one.get());
        }
        return Optional.of(together(said));
    }

    private Optional<Testimony> entry(Context context, Expression response, Expression key) {
        var inside = entries(response);
        return inside.size() > 1 || entries(key).size() > 1
                ? all(context, inside, entries(key))
                : same(context, response, key);
    }

    private static Testimony together(List<Testimony> said) {
        if (said.contains(Testimony.DISPROVED)) {
            return Testimony.DISPROVED;
        }
        return said.stream().allMatch(t -> t == Testimony.PROVED) ? Testimony.PROVED : Testimony.OPEN;
    }

    /** Each member of one is a member of the other. */
    private Optional<Testimony> set(Context context, List<Expression> response, List<Expression> key) {
        var there = within(context, response, key);
        return there.filter(testimony -> testimony == Testimony.PROVED).isPresent()
                ? within(context, key, response)
                : there;
    }

    private Optional<Testimony> within(Context context, List<Expression> members, List<Expression> of) {
        var said = new ArrayList<Testimony>();
        for (var member : members) {
            var best = Testimony.DISPROVED;
            for (var other : of) {
                var one = entry(context, member, other);
                if (one.isEmpty()) {
                    return one;
                }
                if (one.get() == Testimony.PROVED) {
                    best = Testimony.PROVED;
                    break;
                }
                best = one.get() == Testimony.OPEN ? Testimony.OPEN : best;
            }
            said.add(best);
        }
        return Optional.of(together(said));
    }

    /** The same up to a constant: its own derivative of the difference is zero. */
    private Optional<Testimony> derivative(Context context, Expression response, Expression key) {
        var names = context.names();
        if (names.isEmpty() || names.size() > 1) {
            return beyond();
        }
        var letter = new Expression.Symbol(names.get(0));
        var left = ask(context, Operation.DERIVATIVE, response, letter);
        var right = ask(context, Operation.DERIVATIVE, key, letter);
        if (left.found().isPresent() && right.found().isPresent()) {
            return same(context, left.found().get(), right.found().get());
        }
        return left.isAway() || right.isAway() ? Optional.empty() : Optional.of(Testimony.OPEN);
    }

    /** Every two by two determinant of the two is zero. */
    private Optional<Testimony> parallel(Context context, Expression response, Expression key) {
        var u = entries(response);
        var v = entries(key);
        if (u.size() != v.size()) {
            return Optional.of(Testimony.DISPROVED);
        }
        var left = new ArrayList<Expression>();
        var right = new ArrayList<Expression>();
        for (int i = 0; i < u.size(); i++) {
            for (int j = i + 1; j < u.size(); j++) {
                left.add(new Expression.Product(List.of(u.get(i), v.get(j))));
                right.add(new Expression.Product(List.of(u.get(j), v.get(i))));
            }
        }
        // The zero vector passes this and is no direction.
        return all(context, left, right)
                .map(testimony -> testimony == Testimony.DISPROVED ? testimony : Testimony.OPEN);
    }

    private Optional<Testimony> same(Context context, Expression response, Expression key) {
        var answer = ask(context, Operation.COMPARE, response, key);
        var testimony = answer.found().map(e -> e.equals(ZERO) ? Testimony.PROVED : Testimony.DISPROVED);
        return answer.isAway() ? Optional.empty() : testimony.or(() -> Optional.of(Testimony.OPEN));
    }

    private Answer ask(Context context, Operation operation, Expression a, Expression b) {
        return cas.ask(operation, List.of(a, b), context.domains(), budget);
    }
}
