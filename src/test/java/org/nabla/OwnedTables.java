package org.nabla;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The tables from which foreign keys lead to {@code account}, as the database itself tells. Partitions are part of their table. */
final class OwnedTables {

    /** A foreign key; what happens to its rows when the parent goes: {@code c} cascade, {@code n} set null, {@code a} refuse. */
    record Key(String child, List<String> columns, String parent, List<String> parentColumns, String onDelete) {}

    private final DataSource database;
    private final Map<String, List<Key>> keysByChild = new LinkedHashMap<>();

    OwnedTables(DataSource database) throws SQLException {
        this.database = database;
        for (var row : rows("""
                select c.conrelid::regclass::text, c.confrelid::regclass::text, c.confdeltype::text,
                       (select string_agg(a.attname, ',' order by k.n) from unnest(c.conkey) with ordinality k(num, n)
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num),
                       (select string_agg(a.attname, ',' order by k.n) from unnest(c.confkey) with ordinality k(num, n)
                        join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.num)
                from pg_constraint c join pg_class child on child.oid = c.conrelid join pg_class p on p.oid = c.confrelid
                where c.contype = 'f' and not child.relispartition and not p.relispartition
                order by 1, 4
                """)) {
            var key = new Key(
                    row.get(0),
                    List.of(row.get(3).split(",")),
                    row.get(1),
                    List.of(row.get(4).split(",")),
                    row.get(2));
            keysByChild.computeIfAbsent(key.child(), child -> new ArrayList<>()).add(key);
        }
    }

    /** All that lead to {@code account} over any number of keys, and {@code account} itself. */
    Set<String> names() {
        return keysByChild.keySet().stream()
                .filter(table -> !path(table, new HashSet<>()).isEmpty())
                .collect(Collectors.toCollection(() -> new LinkedHashSet<>(List.of("account"))));
    }

    /** All foreign keys. */
    List<Key> keys() {
        return keysByChild.values().stream().flatMap(List::stream).toList();
    }

    List<Key> keysToOwner() {
        return names().stream()
                .flatMap(table -> path(table, new HashSet<>()).stream())
                .toList();
    }

    /** The rows of a table that belong to somebody, by primary key, as text. */
    Set<String> rowsOf(String table, long account) throws SQLException {
        return keys(table, belongs(table, account, new HashSet<>()));
    }

    /** All rows of a table, whosever they are. */
    Set<String> all(String table) throws SQLException {
        return keys(table, "true");
    }

    private Set<String> keys(String table, String condition) throws SQLException {
        var id = rows("""
                select string_agg(format('%%I', a.attname), ', ')
                from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                where i.indrelid = '%s'::regclass and i.indisprimary
                """.formatted(table)).get(0).get(0);
        return rows("select row(%s)::text from %s where %s".formatted(id, table, condition)).stream()
                .map(row -> row.get(0))
                .collect(Collectors.toSet());
    }

    List<String> columns(String table) throws SQLException {
        return rows("""
                select attname::text from pg_attribute where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
                """.formatted(table)).stream().map(row -> row.get(0)).toList();
    }

    /** Columns that seem to hold somebody, without a foreign key that says whom. */
    List<String> columnsWithoutKey() throws SQLException {
        return rows("""
                select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0
                  and a.attname ~ '(account|learner|user|teacher|author|actor|owner|reporter|student)(_id)?$'
                  and a.atttypid = 'bigint'::regtype
                  and not exists (select 1 from pg_constraint k
                                  where k.contype = 'f' and k.conrelid = c.oid and a.attnum = any (k.conkey))
                order by 1
                """).stream().map(row -> row.get(0)).toList();
    }

    private List<Key> path(String table, Set<String> seen) {
        if (!seen.add(table)) {
            return List.of();
        }
        return keysByChild.getOrDefault(table, List.of()).stream()
                .filter(key -> key.parent().equals("account")
                        || !path(key.parent(), new HashSet<>(seen)).isEmpty())
                .toList();
    }

    private String belongs(String table, long account, Set<String> seen) {
        if (table.equals("account")) {
            return "id = " + account;
        }
        seen.add(table);
        return path(table, new HashSet<>()).stream()
                .filter(key -> !seen.contains(key.parent()))
                .map(key -> "(%s) in (select %s from %s where %s)"
                        .formatted(
                                String.join(", ", key.columns()),
                                String.join(", ", key.parentColumns()),
                                key.parent(),
                                belongs(key.parent(), account, new HashSet<>(seen))))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private List<List<String>> rows(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                all.add(row);
            }
            return all;
        }
    }
}
