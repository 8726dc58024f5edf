package org.nabla.account.mail;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.query.Rows;

/** Where people can be reached by mail. */
@Singleton
class Contacts {

    /** What is known of somebody's address. @param email empty where they gave none */
    record Contact(String email, boolean confirmed) {}

    /** Somebody who has confirmed an address. */
    record Holder(UserId user, String login, boolean hasPassword) {}

    private final EntityManager database;

    Contacts(EntityManager database) {
        this.database = database;
    }

    @Transactional
    Contact of(UserId user) {
        return Rows.one(database.createNativeQuery("""
                        select coalesce(a.email, ''), c.account_id is not null from account a
                        left join mail_contact c on c.account_id = a.id and c.address = a.email
                        where a.id = :user""").setParameter("user", user.value()), Contact.class);
    }

    /** The address at which they can be reached, for sure. */
    @Transactional
    Optional<String> confirmed(UserId user) {
        return Optional.of(of(user)).filter(Contact::confirmed).map(Contact::email);
    }

    /** Who has confirmed this address, whichever letters are capitals; by login. */
    @Transactional
    List<Holder> holders(String address) {
        return Rows.all(database.createNativeQuery("""
                        select a.id, a.login, a.password_hash is not null from mail_contact c
                        join account a on a.id = c.account_id and a.email = c.address
                        where lower(c.address) = lower(:address) and a.login is not null and a.demo_course_id is null
                        order by a.login""").setParameter("address", address), Holder.class);
    }

    @Transactional
    void confirm(UserId user, String address, Instant now) {
        database.createNativeQuery("insert into mail_contact (account_id, address, confirmed_at)"
                        + " values (:user, :address, :now) on conflict (account_id) do update"
                        + " set address = excluded.address, confirmed_at = excluded.confirmed_at")
                .setParameter("user", user.value())
                .setParameter("address", address)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Where they are; UTC where they never said. */
    @Transactional
    ZoneId zone(UserId user) {
        List<?> zones = database.createNativeQuery("select zone from mail_contact where account_id = :user")
                .setParameter("user", user.value())
                .getResultList();
        return zones.stream().findFirst().map(zone -> ZoneId.of((String) zone)).orElse(ZoneOffset.UTC);
    }

    /** What somebody signs in with. */
    @Transactional
    String login(UserId user) {
        return (String) database.createNativeQuery("select coalesce(login, '') from account where id = :user")
                .setParameter("user", user.value())
                .getSingleResult();
    }
}
