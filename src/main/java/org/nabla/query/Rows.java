package org.nabla.query;

import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answer to a native query as records, whose components stand in the order of the columns.
 *
 * <p>Hibernate fills the constructor of a class by itself, but knows no {@link Optional} for a column that may be empty, no
 * enum by its name and no identifier such as {@code UserId}; {@link RowShape} lists what a component may be. A column that does
 * not fit is an error of the program and says its component.
 */
public final class Rows {

    private Rows() {}

    /** All of them, in the order of the query. */
    public static <T extends Record> List<T> all(Query query, Class<T> type) {
        return stream(query, type).toList();
    }

    /** The first, where there is one. */
    public static <T extends Record> Optional<T> first(Query query, Class<T> type) {
        return stream(query, type).findFirst();
    }

    /** The one row of a query that always has one. */
    public static <T extends Record> T one(Query query, Class<T> type) {
        return RowShape.of(type).row(query.getSingleResult());
    }

    private static <T extends Record> Stream<T> stream(Query query, Class<T> type) {
        var shape = RowShape.of(type);
        List<?> rows = query.getResultList();
        return rows.stream().map(shape::row);
    }
}
