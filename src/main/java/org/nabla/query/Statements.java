package org.nabla.query;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.JDBCException;
import org.jspecify.annotations.Nullable;
import org.nabla.database.glance.Glance;

/**
 * Sends statements to the database. What is sent together goes there and comes back once, however much it is: the way costs more than
 * most answers.
 */
@Singleton
public class Statements {
    private final DataSource database;
    private final EntityManager entities;
    private final JoinedTexts texts = new JoinedTexts();

    Statements(DataSource database, EntityManager entities) {
        this.database = database;
        this.entities = entities;
    }

    /** The rows, in the order of the statement; in a look at the database those that were read before in it. */
    public <R extends Record> List<R> read(Select<R> select) {
        if (!Glance.isOpen() && entities.isJoinedToTransaction()) {
            entities.flush(); // what was written in this transaction is seen
        }
        return Glance.once(select, () -> rows(select, together(List.of(select)).get(0)));
    }

    /** Reads at once all of these that were not read before in this look; outside of any look nothing. */
    public void ahead(Collection<? extends Select<?>> selects) {
        if (!Glance.isOpen()) {
            return;
        }
        var open = new ArrayList<Select<?>>();
        for (var select : selects) {
            if (!Glance.knows(select) && !open.contains(select)) {
                open.add(select);
            }
        }
        if (!open.isEmpty()) {
            var answers = together(open);
            for (var i = 0; i < open.size(); i++) {
                keep(open.get(i), answers.get(i));
            }
        }
    }

    /** Writes all of these at once, in their order, in the transaction that goes on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void update(List<Update> updates) {
        if (updates.isEmpty()) {
            return;
        }
        entities.flush(); // what was written before is there before
        var statement = texts.joined(updates.stream().map(Update::statement).toList());
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            set(prepared, updates.stream().map(Update::values).toList());
            prepared.execute();
        } catch (SQLException e) {
            throw new JDBCException("not written: " + e.getMessage(), e, statement);
        }
    }

    private static <R extends Record> void keep(Select<R> select, List<@Nullable Object[]> rows) {
        Glance.keep(select, rows(select, rows));
    }

    private static <R extends Record> List<R> rows(Select<R> select, List<@Nullable Object[]> rows) {
        var shape = RowShape.of(select.row());
        var read = new ArrayList<R>(rows.size());
        for (var row : rows) {
            read.add(shape.row(row));
        }
        return Collections.unmodifiableList(read);
    }

    /** The rows of each. */
    private List<List<@Nullable Object[]>> together(List<? extends Select<?>> selects) {
        var statement =
                texts.joined(selects.stream().<String>map(Select::statement).toList());
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            set(prepared, selects.stream().map(Select::values).toList());
            var answers = new ArrayList<List<@Nullable Object[]>>();
            for (var more = prepared.execute(); more; more = prepared.getMoreResults()) {
                answers.add(read(prepared.getResultSet()));
            }
            return answers;
        } catch (SQLException e) {
            throw new JDBCException("not read: " + e.getMessage(), e, statement);
        }
    }

    private static void set(PreparedStatement prepared, List<List<Object>> statements) throws SQLException {
        var place = 0;
        for (var values : statements) {
            for (var value : values) {
                prepared.setObject(++place, plain(value instanceof Optional<?> some ? some.orElse(null) : value));
            }
        }
    }

    /** As the driver takes it. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Instant time) {
            return time.atOffset(ZoneOffset.UTC);
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    private static List<@Nullable Object[]> read(ResultSet rows) throws SQLException {
        var all = new ArrayList<@Nullable Object[]>();
        var columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            var row = new @Nullable Object[columns];
            for (var column = 0; column < columns; column++) {
                row[column] = read(rows.getObject(column + 1));
            }
            all.add(row);
        }
        return all;
    }

    /** As Hibernate gives it. */
    private static @Nullable Object read(@Nullable Object value) throws SQLException {
        if (value instanceof Timestamp time) {
            return time.toInstant();
        }
        return value instanceof Array array ? array.getArray() : value;
    }
}
