package org.nabla.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A statement that writes, which {@link Statements} sends, alone or together with others.
 *
 * @param statement each value has a question mark in it
 * @param values in the order of their marks; an empty {@link Optional} is null
 */
public record Change(String statement, List<Object> values) {

    public Change {
        values = List.copyOf(values);
    }

    public static Change of(String statement, Object... values) {
        return new Change(statement, Arrays.asList(values));
    }
}
