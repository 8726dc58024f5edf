package org.nabla.query;

import java.util.ArrayList;
import java.util.Collections;
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

    /** Of what tells them apart: each is looked up some times. */
    @Override
    public int hashCode() {
        return 31 * values.hashCode() + statement.hashCode();
    }

    public static <R extends Record> Select<R> of(Class<R> row, String statement, Object... values) {
        return new Select<>(row, statement, List.of(values));
    }

    /** All of several lists, in their order. */
    @SafeVarargs
    public static List<Select<?>> all(List<? extends Select<?>>... some) {
        var all = new ArrayList<Select<?>>();
        for (var list : some) {
            all.addAll(list);
        }
        return all;
    }

    /** So many marks for the values of a list, of which there is at least one: {@code ?, ?, ?}. */
    public static String marks(int values) {
        return String.join(", ", Collections.nCopies(values, "?"));
    }
}
