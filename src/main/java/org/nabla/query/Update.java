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
public record Update(String statement, List<Object> values) {

    public Update {
        values = List.copyOf(values);
    }

    public static Update of(String statement, Object... values) {
        return new Update(statement, Arrays.asList(values));
    }
}
