package org.nabla.account.data;

import java.util.List;
import org.nabla.account.UserId;

/**
 * What one feature keeps of a user. Each feature with a table from which foreign keys lead to {@code account} has one; a test
 * finds the tables and columns that nobody answers for.
 */
public interface OwnData {

    /** What is kept, as files of the export, in the order in which the user is told. */
    List<OwnTable> tables();

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
