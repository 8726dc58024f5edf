package org.nabla.account.data;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.account.UserId;

/**
 * What one feature keeps of a user. Each feature with a table from which foreign keys lead to {@code account} has one; a test
 * finds the tables and columns that nobody answers for.
 */
public interface OwnData {

    /** What is kept, as files of the export, in the order in which the user is told. */
    List<OwnTable> tables();

    /** Attempts, by their numbers, of which the user is not told yet what was right: their columns {@link #untold} are empty. */
    default Set<Long> untoldAttempts(UserId user) {
        return Set.of();
    }

    /** By table, the columns that tell what was right. Such a table has a column {@code attempt}. */
    default Map<String, Set<String>> untold() {
        return Map.of();
    }

    /**
     * The exercises that must not be made again elsewhere yet, as {@code template/version/seed}: in every line of every table
     * that names one by columns of these names the seed is empty.
     */
    default Set<String> secretExercises(UserId user) {
        return Set.of();
    }

    /** What else happens when the account goes, above all to others: whole sentences in plain words. */
    default List<String> consequences(UserId user) {
        return List.of();
    }

    /**
     * Removes what does not go by itself with the row of the account ({@code on delete cascade}). Called in the transaction of
     * the deletion, before that row goes.
     */
    default void erase(UserId user) {}
}
