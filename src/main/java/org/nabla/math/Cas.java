package org.nabla.math;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The computer algebra system, behind its only face. Every call takes trees, never text, keeps to its budget, and says
 * {@link Answer.Failed} where it could not finish. Safe for use by many threads.
 */
public interface Cas extends AutoCloseable {

    /** What algebra found. */
    sealed interface Answer {

        /** What follows from it, whichever it is. */
        <T> T either(Function<Expression, T> found, Function<Reason, T> failed);

        /** What was found, if anything. */
        default Optional<Expression> found() {
            return either(Optional::of, reason -> Optional.empty());
        }

        /** Whether the algebra system was away or busy, and may be asked again later. */
        default boolean isAway() {
            return either(found -> false, reason -> reason == Reason.OVERLOADED);
        }

        /** A result in our own nodes. Not yet verified: see the notes of each operation. */
        record Found(Expression expression) implements Answer {
            @Override
            public <T> T either(Function<Expression, T> found, Function<Reason, T> failed) {
                return found.apply(expression);
            }
        }

        /** No result: the budget was spent, the algorithm is missing, or the result has no form in our nodes. */
        record Failed(Reason reason) implements Answer {
            @Override
            public <T> T either(Function<Expression, T> found, Function<Reason, T> failed) {
                return failed.apply(reason);
            }
        }
    }

    /** Why there is no result. */
    enum Reason {
        TIMEOUT,
        UNSUPPORTED,
        /** All workers are busy or being replaced. */
        OVERLOADED
    }

    /** What can be asked. */
    enum Operation {
        /** Simplify the one argument under the domains. */
        SIMPLIFY,
        /** Whether the argument is zero everywhere on the domains: the numeral 0 where proved, otherwise {@code Failed}; never a refutation. */
        PROVE_ZERO,
        EXPAND,
        FACTOR,
        TOGETHER,
        /** {@code f, x}: an antiderivative. The caller verifies it by differentiation. */
        ANTIDERIVATIVE,
        /** {@code f, x, a, b}. The caller verifies it by quadrature. */
        DEFINITE_INTEGRAL,
        /** {@code f, x, a}: one variable. */
        LIMIT,
        /** {@code list of equations, list of variables}: real solutions as braces of tuples. The caller verifies them. */
        SOLVE,
        /** {@code A}: the real eigenvalues with multiplicity, as braces. */
        EIGENVALUES,
        /** {@code f, x}. */
        DERIVATIVE,
        /**
         * {@code a, b}: the numeral 0 where they are proved to be the same on the domains, 1 where they differ at points of
         * them, otherwise {@code Failed}. Asked by who wants to know what the algebra system alone says.
         */
        COMPARE
    }

    /**
     * How long an answer may take.
     *
     * @param total with the wait for a turn
     * @param computing without it
     */
    record Budget(Duration total, Duration computing) {}

    Answer ask(Operation operation, List<Expression> arguments, Map<String, Domain> domains, Budget budget);

    /** Asks where all of the time may go into computing. */
    default Answer ask(Operation operation, List<Expression> arguments, Map<String, Domain> domains, Duration budget) {
        return ask(operation, arguments, domains, new Budget(budget, budget));
    }

    /** Whether algebra answers now; for the health check. */
    boolean ready();

    @Override
    void close();
}
