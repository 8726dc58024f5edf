package org.nabla.lti.roster;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.nabla.lti.people.PlatformIdentities;
import org.nabla.lti.place.Contexts;
import org.nabla.lti.place.Contexts.Context;
import org.nabla.lti.place.Roles;
import org.nabla.lti.place.Seating;
import org.nabla.lti.registration.Platforms;
import org.nabla.lti.service.PlatformServices;
import org.nabla.lti.service.PlatformServices.Person;
import org.nabla.outside.OutsideException;
import org.nabla.query.Rows;

/** Asks platforms who is in their courses: who is new is in the course here, who is gone is not. Nobody's work is touched. */
@Singleton
public class RosterSync {
    private static final int LONGEST_TROUBLE = 500;

    /** How it stood the last time. */
    public record State(Optional<Instant> at, String trouble) {}

    private final Platforms platforms;
    private final Contexts contexts;
    private final PlatformIdentities identities;
    private final Seating seating;
    private final PlatformServices services;
    private final EntityManager database;
    private final Clock clock;

    RosterSync(
            Platforms platforms,
            Contexts contexts,
            PlatformIdentities identities,
            Seating seating,
            PlatformServices services,
            EntityManager database,
            Clock clock) {
        this.platforms = platforms;
        this.contexts = contexts;
        this.identities = identities;
        this.seating = seating;
        this.services = services;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "${nabla.lti.roster-every:6h}", delayed = "7m", concurrentExecution = ConcurrentExecution.SKIP)
    void all() {
        contexts.bound().forEach(this::sync);
    }

    /** Asks for one course, and notes what came of it. The platform is asked outside of any transaction. */
    public void sync(Context context) {
        var platform = platforms.find(context.platform());
        if (platform.isEmpty() || context.services().memberships().isEmpty()) {
            return;
        }
        try {
            var people = services.members(
                    platform.get(), context.services().memberships().get());
            QuarkusTransaction.requiringNew().run(() -> {
                take(context, people);
                note(context, Optional.of(clock.instant()), "");
            });
        } catch (OutsideException e) {
            Log.infof("The people of course %d of a platform could not be read: %s", context.id(), e.sentence());
            QuarkusTransaction.requiringNew().run(() -> note(context, Optional.empty(), e.sentence()));
        }
    }

    @Transactional
    public State state(long context) {
        return Rows.one(
                database.createNativeQuery("select synced_at, trouble from lti_context where id = :id")
                        .setParameter("id", context),
                State.class);
    }

    private void take(Context context, List<Person> people) {
        var there = new HashSet<String>();
        for (var person : people) {
            var roles = new Roles(person.roles());
            if (person.active() && (roles.teaches() || roles.learns())) {
                there.add(person.subject());
                var user = identities.of(context.issuer(), person.subject(), person.name());
                seating.take(context, user, person.subject(), roles.teaches());
            }
        }
        contexts.members(context.id()).stream()
                .filter(member -> !member.left() && !member.teaches() && !there.contains(member.subject()))
                .forEach(member -> seating.leave(context, member.user()));
    }

    private void note(Context context, Optional<Instant> at, String trouble) {
        database.createNativeQuery("update lti_context set synced_at = coalesce(cast(:at as timestamptz), synced_at),"
                        + " trouble = :trouble where id = :id")
                .setParameter("at", at.map(Instant::toString).orElse(null))
                .setParameter(
                        "trouble", trouble.length() > LONGEST_TROUBLE ? trouble.substring(0, LONGEST_TROUBLE) : trouble)
                .setParameter("id", context.id())
                .executeUpdate();
    }
}
