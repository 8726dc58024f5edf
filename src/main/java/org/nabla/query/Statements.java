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
import java.util.stream.Stream;
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
        update(updates, new Foreseen());
    }

    /** The same, and reads with the same way what is foreseen: as it is after the writing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void update(List<Update> updates, Foreseen foreseen) {
        if (updates.isEmpty()) {
            return;
        }
        entities.flush(); // what was written before is there before
        var behind = foreseen.open();
        var statement = texts.joined(Stream.concat(
                        updates.stream().map(Update::statement), behind.stream().map(Select::statement))
                .toList());
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            set(
                    prepared,
                    Stream.concat(
                                    updates.stream().map(Update::values),
                                    behind.stream().map(Select::values))
                            .toList());
            var answers = answers(prepared);
            for (var i = 0; i < behind.size(); i++) {
                put(foreseen, behind.get(i), answers.get(i));
            }
        } catch (SQLException e) {
            throw new JDBCException("not written: " + e.getMessage(), e, statement);
        }
    }

    private static <R extends Record> void put(Foreseen foreseen, Select<R> select, List<@Nullable Object[]> rows) {
        foreseen.put(select, rows(select, rows));
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
        var sentences = new ArrayList<String>(selects.size());
        var values = new ArrayList<List<Object>>(selects.size());
        for (var select : selects) {
            sentences.add(select.statement());
            values.add(select.values());
        }
        var statement = texts.joined(sentences);
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            set(prepared, values);
            return answers(prepared);
        } catch (SQLException e) {
            throw new JDBCException("not read: " + e.getMessage(), e, statement);
        }
    }

    /** The rows of each statement that reads. */
    private static List<List<@Nullable Object[]>> answers(PreparedStatement prepared) throws SQLException {
        var answers = new ArrayList<List<@Nullable Object[]>>();
        for (var reads = prepared.execute();
                reads || prepared.getUpdateCount() >= 0;
                reads = prepared.getMoreResults()) {
            if (reads) {
                answers.add(read(prepared.getResultSet()));
            }
        }
        return answers;
    }

    private static void set(PreparedStatement pooled, List<List<Object>> statements) throws SQLException {
        var prepared = pooled.unwrap(PreparedStatement.class);
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

    /** From the driver itself, as {@link #set} for it: what the pool has around it counts each value. */
    private static List<@Nullable Object[]> read(ResultSet pooled) throws SQLException {
        var rows = pooled.unwrap(ResultSet.class);
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
