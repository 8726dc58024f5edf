package org.nabla.account.mail;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nabla.account.UserId;

/** For what people want mail; for nothing, until they say so. */
@Singleton
class Choices {
    private final EntityManager database;

    Choices(EntityManager database) {
        this.database = database;
    }

    @Transactional
    Set<NoticeKind> of(UserId user) {
        List<?> rows = database.createNativeQuery("select kind from mail_choice where account_id = :user")
                .setParameter("user", user.value())
                .getResultList();
        var kinds = EnumSet.noneOf(NoticeKind.class);
        rows.forEach(kind -> kinds.add(NoticeKind.valueOf((String) kind)));
        return kinds;
    }

    @Transactional
    void choose(UserId user, Collection<NoticeKind> kinds, ZoneId zone) {
        clear(user);
        for (var kind : EnumSet.copyOf(kinds)) {
            database.createNativeQuery("insert into mail_choice (account_id, kind) values (:user, :kind)")
                    .setParameter("user", user.value())
                    .setParameter("kind", kind.name())
                    .executeUpdate();
        }
        database.createNativeQuery("update mail_contact set zone = :zone where account_id = :user")
                .setParameter("zone", zone.getId())
                .setParameter("user", user.value())
                .executeUpdate();
    }

    /** From now on no notice comes. */
    @Transactional
    void clear(UserId user) {
        database.createNativeQuery("delete from mail_choice where account_id = :user")
                .setParameter("user", user.value())
                .executeUpdate();
    }
}
