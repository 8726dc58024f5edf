package org.nabla.database;

import java.nio.file.Path;
import java.sql.SQLException;

/** A process of its own with an embedded database, to be killed by a test. */
public final class Application {

    private Application() {}

    /** Commits numbers for ever, and prints each one only when it is committed. */
    public static void main(String[] arguments) throws SQLException {
        var postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
        try (var connection = EmbeddedPostgresTest.connect(postgres);
                var statement = connection.createStatement()) {
            for (var number = 1; ; number++) {
                statement.execute("insert into promise values (" + number + ")");
                System.out.println(number);
            }
        }
    }
}
