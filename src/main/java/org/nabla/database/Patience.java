package org.nabla.database;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.hibernate.Session;

/** Lets the statements of a job take longer than those of a page, which is waited for, may take. */
@Singleton
public class Patience {

    private final EntityManager database;

    Patience(EntityManager database) {
        this.database = database;
    }

    /**
     * Does the work, each statement of which may take so long. Within a transaction, whose other statements and whose end have
     * the limits of pages.
     */
    public <T> T upTo(Duration longest, Supplier<T> work) {
        var session = database.unwrap(Session.class);
        var before = session.doReturningWork(connection -> extend(connection, longest));
        try {
            return work.get();
        } finally {
            session.doWork(connection -> restore(connection, before));
        }
    }

    private static int extend(Connection connection, Duration longest) throws SQLException {
        var before = connection.getNetworkTimeout();
        try (var statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = " + longest.toMillis());
        }
        // A little longer than the server's own limit, whose message is the better one.
        connection.setNetworkTimeout(Runnable::run, (int) longest.plusSeconds(1).toMillis());
        return before;
    }

    /** What the server was told ends with the transaction; the connection goes back to the pool. */
    private static void restore(Connection connection, int before) throws SQLException {
        if (!connection.isClosed()) {
            connection.setNetworkTimeout(Runnable::run, before);
        }
    }
}
