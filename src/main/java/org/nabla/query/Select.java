package org.nabla.query;

import java.util.List;

/**
 * A statement that reads, with its values. {@link Statements} sends it, alone or together with others, and in one look at the database
 * the same one once.
 *
 * @param row what each row becomes, as {@link Rows} says
 * @param statement each value has a question mark in it
 * @param values in the order of their marks
 */
public record Select<R extends Record>(Class<R> row, String statement, List<Object> values) {

    public Select {
        values = List.copyOf(values);
    }

    public static <R extends Record> Select<R> of(Class<R> row, String statement, Object... values) {
        return new Select<>(row, statement, List.of(values));
    }
}
