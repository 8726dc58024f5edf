package org.nabla.query;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.JDBCException;
import org.hibernate.SessionFactory;

/**
 * Reads what may be a moment old, outside of any transaction: from the replica that {@code quarkus.datasource.reading} names, or
 * where there is none, or it is away, from the database itself.
 */
@Singleton
public class Replica {
    private final EntityManager database;
    private final Supplier<Optional<javax.sql.DataSource>> replica;

    @Inject
    Replica(EntityManager database, @DataSource("reading") InjectableInstance<AgroalDataSource> replica) {
        this(database, () -> replica.getHandle().getBean().isActive() ? Optional.of(replica.get()) : Optional.empty());
    }

    Replica(EntityManager database, Supplier<Optional<javax.sql.DataSource>> replica) {
        this.database = database;
        this.replica = replica;
    }

    /** @param query only reads, and gives nothing out that still needs its database */
    public <T> T read(Function<EntityManager, T> query) {
        var there = replica.get();
        if (there.isEmpty()) {
            return query.apply(database);
        }
        try (var connection = there.get().getConnection();
                var session = database.getEntityManagerFactory()
                        .unwrap(SessionFactory.class)
                        .withOptions()
                        .autoJoinTransactions(false)
                        .connection(connection)
                        .openSession()) {
            session.setDefaultReadOnly(true);
            return query.apply(session);
        } catch (SQLException | JDBCException e) {
            Log.warnf("the replica does not answer, so the database does: %s", e.getMessage());
            return query.apply(database);
        }
    }
}
