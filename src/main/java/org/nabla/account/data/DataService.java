package org.nabla.account.data;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.nabla.account.AccountRemoval;
import org.nabla.account.UserId;

/** What is kept of somebody: how much it is, and the end of it. */
@ApplicationScoped
class DataService {

    /** How many lines there are of a kind. */
    record Kept(String name, String what, long lines) {}

    private final List<OwnData> features;
    private final AccountRemoval accounts;
    private final EntityManager database;

    DataService(@All List<OwnData> features, AccountRemoval accounts, EntityManager database) {
        this.features = features;
        this.accounts = accounts;
        this.database = database;
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

    /** Everything at once, or nothing. */
    @Transactional
    void delete(UserId user) {
        features.forEach(feature -> feature.erase(user));
        accounts.remove(user);
    }

    private long count(OwnTable table, UserId user) {
        return ((Number) database.createNativeQuery("select count(*) from (" + table.query() + ") as lines")
                        .setParameter("user", user.value())
                        .getSingleResult())
                .longValue();
    }
}
