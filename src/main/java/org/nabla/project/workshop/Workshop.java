package org.nabla.project.workshop;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nabla.chance.DrawStream;

/**
 * The mathematics of one project: draws data and computes what is asked. A slip is an argument of the same computation, so
 * that a key and its mistakes share one path of code.
 *
 * <p>The same input gives the same bits on every machine: fixed loops in index order, {@link StrictMath} and never
 * {@link Math} (but for {@code abs}, {@code min} and {@code max}), no parallel streams, no test of convergence.
 */
public interface Workshop {

    /** The word by which a file names it: {@code two-layer-network}. */
    String id();

    /**
     * Draws one set of data, without regard to {@link #accepts}: integers only, each then divided once by 1, 10 or 100. Called
     * again on the same stream where what came is not accepted.
     */
    Data draw(DrawStream stream);

    /**
     * Computes all that a file may name: the keys of its steps, intermediate values, values in its sentences.
     *
     * @param bug the slip that is made on the way; null for none
     * @return name to value: one number, the entries of a vector or list in order, or a matrix row by row. A choice is the
     *     number of the option, counted from 1. With a bug, a value that it makes impossible is missing or not finite
     */
    Map<String, double[]> solve(Data data, @Nullable String bug);

    /**
     * A look that costs less than solving: where it is false, {@link #accepts} would be as well. So nothing is solved in vain,
     * and the same data come out.
     */
    default boolean promises(Data data) {
        return true;
    }

    /** The slips that {@link #solve} knows. */
    Set<String> bugs();

    /** Whether these data are well conditioned: no asked entry near 0, margins where something is counted. */
    default boolean accepts(Data data, Map<String, double[]> keys) {
        return true;
    }

    /** What can be drawn of the solution, by the names that the file's {@code picture} gives. */
    default Map<String, Sketch> sketches(Data data) {
        return Map.of();
    }
}
