package org.nabla.operation;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.nabla.query.Rows;

/** What lies in the database, and where. */
@Singleton
class Storage {
    private static final double KILO = 1000;
    private static final int MOST_GROUPS = 12;

    /** Tables that begin with the same word. @param rows as the database guesses */
    record Group(String name, long tables, long rows, long bytes) {
        public String size() {
            return Storage.size(bytes);
        }
    }

    /** Where the data is. @param free on that disk; empty where it is another machine's */
    record Place(String what, Optional<String> free) {}

    private final EntityManager database;
    private final String data;
    private final String url;

    Storage(
            EntityManager database,
            @ConfigProperty(name = "nabla.data") String data,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.database = database;
        this.data = data;
        this.url = url;
    }

    /** The largest first. Partitions count with their table. */
    @Transactional
    List<Group> groups() {
        return Rows.all(database.createNativeQuery("""
                        select split_part(coalesce(p.relname, c.relname), '_', 1), count(distinct coalesce(p.oid, c.oid)),
                               sum(greatest(c.reltuples, 0)), sum(pg_total_relation_size(c.oid))
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        left join pg_inherits i on i.inhrelid = c.oid left join pg_class p on p.oid = i.inhparent
                        where n.nspname = current_schema() and c.relkind = 'r'
                        group by 1 order by 4 desc limit :most""").setParameter("most", MOST_GROUPS), Group.class);
    }

    @Transactional
    String whole() {
        return size(((Number) database.createNativeQuery("select pg_database_size(current_database())")
                        .getSingleResult())
                .longValue());
    }

    Place place() {
        var folder = Path.of(data).toAbsolutePath();
        if (!Files.isDirectory(folder) || !url.matches("jdbc:postgresql://(127\\.0\\.0\\.1|localhost)[:/].*")) {
            return new Place("a PostgreSQL of its own: " + url.replaceFirst("\\?.*", ""), Optional.empty());
        }
        try {
            return new Place(
                    "the folder " + folder,
                    Optional.of(size(Files.getFileStore(folder).getUsableSpace())));
        } catch (IOException e) {
            return new Place("the folder " + folder, Optional.empty());
        }
    }

    /** @param bytes how many */
    static String size(long bytes) {
        var units = List.of("B", "kB", "MB", "GB", "TB");
        var size = (double) bytes;
        var unit = 0;
        while (size >= KILO && unit < units.size() - 1) {
            size /= KILO;
            unit++;
        }
        return String.format(Locale.US, unit == 0 ? "%.0f %s" : "%.1f %s", size, units.get(unit));
    }
}
