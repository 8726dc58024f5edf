package org.nabla.account.data;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import org.nabla.account.UserId;
import org.nabla.account.own.AccountRemoval;
import org.nabla.database.Patience;

/** What is kept of somebody: how much it is, and the end of it. */
@Singleton
class DataService {

    /** How many lines there are of a kind. */
    record Kept(String name, String what, long lines) {}

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final List<OwnData> features;
    private final AccountRemoval accounts;
    private final Erasures erasures;
    private final EntityManager database;
    private final Patience patience;

    DataService(
            @All List<OwnData> features,
            AccountRemoval accounts,
            Erasures erasures,
            EntityManager database,
            Patience patience) {
        this.erasures = erasures;
        this.features = features;
        this.accounts = accounts;
        this.database = database;
        this.patience = patience;
    }

    @Transactional
    List<Kept> kept(UserId user) {
        return features.stream()
                .flatMap(feature -> feature.tables().stream())
                .map(table -> new Kept(table.name(), table.what(), count(table, user)))
                .toList();
    }

    /** What else goes with the account, in sentences. */
    @Transactional
    List<String> consequences(UserId user) {
        return features.stream()
                .flatMap(feature -> feature.consequences(user).stream())
                .toList();
    }

    /** Everything at once, or nothing. With years of answers that takes a while. */
    @Transactional
    void delete(UserId user) {
        patience.upTo(LONGEST, () -> {
            features.forEach(feature -> feature.erase(user));
            accounts.remove(user);
            erasures.note(user);
            database.flush();
            return user;
        });
    }

    private long count(OwnTable table, UserId user) {
        return ((Number) database.createNativeQuery("select count(*) from (" + table.query() + ") as lines")
                        .setParameter("user", user.value())
                        .getSingleResult())
                .longValue();
    }
}
