package org.nabla.signon.people;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.nabla.account.UserId;
import org.nabla.account.door.SignOn;

/** Takes a way in away from somebody, as long as another one is left. */
@Singleton
class Unlinking {

    /** What became of it. */
    enum Result {
        DONE,
        ONLY_WAY_IN,
        NOT_THEIRS
    }

    private final Identities identities;
    private final WaysOf ways;
    private final SignOn signOn;
    private final EntityManager database;

    Unlinking(Identities identities, WaysOf ways, SignOn signOn, EntityManager database) {
        this.identities = identities;
        this.ways = ways;
        this.signOn = signOn;
        this.database = database;
    }

    @Transactional
    Result unlink(UserId user, long number) {
        takeTurn(user);
        if (signOn.isWithoutPassword(user) && ways.count(user) < 2) {
            return Result.ONLY_WAY_IN;
        }
        return identities.take(user, number) ? Result.DONE : Result.NOT_THEIRS;
    }

    /** One after another: two at once that each see the other's way in would leave none. */
    private void takeTurn(UserId user) {
        database.createNativeQuery("select id from account where id = :user for no key update")
                .setParameter("user", user.value())
                .getResultList();
    }
}
