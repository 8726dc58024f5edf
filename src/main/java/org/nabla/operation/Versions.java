package org.nabla.operation;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What runs here, and since when. */
@Singleton
class Versions {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.US).withZone(ZoneOffset.UTC);

    /** One of them. */
    record Line(String what, String version) {}

    private final EntityManager database;
    private final String version;

    Versions(
            EntityManager database,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String version) {
        this.database = database;
        this.version = version;
    }

    @Transactional
    List<Line> all() {
        var started = ManagementFactory.getRuntimeMXBean().getStartTime();
        return List.of(
                new Line("Nabla", version),
                new Line("This instance runs since", WHEN.format(Instant.ofEpochMilli(started))),
                new Line("Java", Runtime.version().toString()),
                new Line("PostgreSQL", one("select current_setting('server_version')")),
                new Line("Last migration of the database", one("""
                        select version from flyway_schema_history where success and version is not null
                        order by installed_rank desc limit 1""")));
    }

    private String one(String query) {
        return (String) database.createNativeQuery(query).getSingleResult();
    }
}
