package org.nabla.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.postgresql.ds.PGSimpleDataSource;

/** Another database of the same server stands for the replica. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ReplicaTest {

    @Inject
    EntityManager database;

    @Inject
    Replica configured;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    @Transactional
    void withoutAReplicaTheDatabaseAnswers() {
        assertThat(configured.read(ReplicaTest::name)).isEqualTo("nabla_test");
    }

    @Test
    @Transactional
    void theReplicaAnswersWhereThereIsOne() {
        var replica = new Replica(database, () -> Optional.of(at(url.replace("nabla_test", "postgres"))));

        assertThat(replica.read(ReplicaTest::name)).isEqualTo("postgres");
        assertThat(name(database)).isEqualTo("nabla_test");
    }

    @Test
    @Transactional
    void theDatabaseAnswersForAReplicaThatIsAway() {
        var replica = new Replica(database, () -> Optional.of(at("jdbc:postgresql://127.0.0.1:1/nowhere")));

        assertThat(replica.read(ReplicaTest::name)).isEqualTo("nabla_test");
    }

    private static String name(EntityManager some) {
        return (String) some.createNativeQuery("select cast(current_database() as text) where :yes = 1")
                .setParameter("yes", 1)
                .getSingleResult();
    }

    private DataSource at(String address) {
        var source = new PGSimpleDataSource();
        source.setUrl(address);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
