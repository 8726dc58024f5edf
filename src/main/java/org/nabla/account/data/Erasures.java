package org.nabla.account.data;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.nabla.account.UserId;
import org.nabla.account.own.AccountRemoval;

/**
 * Deletions that outlive a restore: who was deleted is noted as a number, in the database and in a file beside it, and whoever is
 * there again after a backup was restored is deleted again when the application starts.
 */
@Singleton
class Erasures {

    /** An account that is gone. */
    record Erased(long account, Instant at) {}

    private final List<OwnData> features;
    private final AccountRemoval accounts;
    private final EntityManager database;
    private final Event<Erased> erased;
    private final Clock clock;
    private final Path file;

    Erasures(
            @All List<OwnData> features,
            AccountRemoval accounts,
            EntityManager database,
            Event<Erased> erased,
            Clock clock,
            @ConfigProperty(name = "nabla.erased") Path file) {
        this.features = features;
        this.accounts = accounts;
        this.database = database;
        this.erased = erased;
        this.clock = clock;
        this.file = file;
    }

    /** Notes a deletion, in the transaction that makes it. */
    void note(UserId user) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        database.createNativeQuery("insert into erased_account (account_id, erased_at) values (:user, :now)")
                .setParameter("user", user.value())
                .setParameter("now", now)
                .executeUpdate();
        erased.fire(new Erased(user.value(), now));
    }

    /** A line of so few letters is written at once, whoever else writes to the file. */
    void write(@Observes(during = TransactionPhase.AFTER_SUCCESS) Erased one) {
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.writeString(
                    file,
                    one.account() + " " + one.at() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException e) {
            Log.errorf(
                    "The deletion of account %d is done, and noted in the database, but not in %s: %s."
                            + " Add the line \"%d %s\" there.",
                    one.account(), file, e.getMessage(), one.account(), one.at());
        }
    }

    void start(@Observes StartupEvent started) {
        var again = again();
        if (again > 0) {
            Log.infof("Deleted again after a restore: %d accounts", again);
        }
    }

    /** Deletes whoever is there again. Returns how many. */
    int again() {
        var back = QuarkusTransaction.joiningExisting().call(this::back);
        for (var user : back) {
            QuarkusTransaction.joiningExisting().run(() -> {
                features.forEach(feature -> feature.erase(user));
                accounts.removeElsewhere(user);
            });
        }
        return back.size();
    }

    /** Numbers are given again after a restore: whoever was made since is somebody else. */
    private List<UserId> back() {
        List<?> rows = database.createNativeQuery(
                        "select a.id from account a where exists (select 1 from erased_account e"
                                + " where e.account_id = a.id and e.erased_at > a.created_at) order by a.id")
                .getResultList();
        return rows.stream().map(id -> new UserId(((Number) id).longValue())).toList();
    }
}
