package org.nabla.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the database says of its own tables. Those of the history of migrations and of extensions are not among them. */
final class Catalog {
    static final String HISTORY = "flyway_schema_history";

    private static final String OURS =
            " n.nspname = 'public' and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e') ";

    private final Connection connection;

    Catalog(Connection connection) {
        this.connection = connection;
    }

    /** Each after those to which its foreign keys lead. Partitions are part of their table. */
    List<About.Table> tables() throws SQLException {
        var columns = new LinkedHashMap<String, List<String>>();
        for (var row : rows("select c.relname, a.attname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " join pg_attribute a on a.attrelid = c.oid where c.relkind in ('r', 'p') and not c.relispartition and"
                + OURS + "and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname <> '" + HISTORY
                + "' order by c.relname, a.attnum")) {
            columns.computeIfAbsent(row.get(0), name -> new ArrayList<>()).add(row.get(1));
        }
        var parents = new LinkedHashMap<String, Set<String>>();
        for (var row : rows("select c.relname, p.relname from pg_constraint k join pg_class c on c.oid = k.conrelid"
                + " join pg_namespace n on n.oid = c.relnamespace join pg_class p on p.oid = k.confrelid"
                + " where k.contype = 'f' and k.conparentid = 0 and not c.relispartition and c.oid <> p.oid and" + OURS
                + "order by 1, 2")) {
            parents.computeIfAbsent(row.get(0), name -> new LinkedHashSet<>()).add(row.get(1));
        }
        var order = new LinkedHashSet<String>();
        for (var table : columns.keySet()) {
            place(table, parents, order, new HashSet<>());
        }
        return order.stream()
                .map(name -> new About.Table(name, columns.getOrDefault(name, List.of())))
                .toList();
    }

    private static void place(String table, Map<String, Set<String>> parents, Set<String> order, Set<String> above) {
        if (order.contains(table)) {
            return;
        }
        if (!above.add(table)) {
            throw new BackupException("The foreign keys of " + table + " lead back to it over other tables.");
        }
        parents.getOrDefault(table, Set.of()).forEach(parent -> place(parent, parents, order, above));
        above.remove(table);
        order.add(table);
    }

    List<About.Partition> partitions() throws SQLException {
        return rows("select c.relname, p.relname, pg_get_expr(c.relpartbound, c.oid) from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace join pg_inherits i on i.inhrelid = c.oid"
                        + " join pg_class p on p.oid = i.inhparent where c.relispartition and c.relkind = 'r' and"
                        + OURS
                        + "order by 2, 1")
                .stream()
                .map(row -> new About.Partition(row.get(0), row.get(1), row.get(2)))
                .toList();
    }

    Map<String, About.Next> sequences() throws SQLException {
        var next = new LinkedHashMap<String, About.Next>();
        for (var name : rows("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where c.relkind = 'S' and" + OURS + "order by 1")) {
            var row = rows("select last_value, is_called from " + quoted(name.get(0)))
                    .get(0);
            next.put(
                    name.get(0),
                    new About.Next(Long.parseLong(row.get(0)), row.get(1).equals("t")));
        }
        return next;
    }

    /** The newest migration; empty where there is no schema. */
    List<String> versions() throws SQLException {
        if (rows("select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'"
                        + " and c.relname = '" + HISTORY + "'")
                .isEmpty()) {
            return List.of();
        }
        return rows("select version from " + HISTORY + " where success and version is not null order by installed_rank")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    List<List<String>> rows(String query) throws SQLException {
        try (var statement = connection.createStatement();
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

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The columns of a table, as a list in SQL. */
    static String columns(About.Table table) {
        return String.join(", ", table.columns().stream().map(Catalog::quoted).toList());
    }
}
