package org.nabla.progress;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nabla.account.GuestMerge;
import org.nabla.account.UserId;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.query.Select;
import org.nabla.query.Statements;

/** What learners want: the track they have chosen, and what they do not want to be asked for now. */
@Singleton
public class Wishes implements GuestMerge {
    /** Until the next day, at about the same time. Nothing is put off for ever. */
    static final Duration NOT_NOW = Duration.ofHours(20);

    private final EntityManager database;
    private final Statements statements;
    private final Clock clock;

    Wishes(EntityManager database, Statements statements, Clock clock) {
        this.database = database;
        this.statements = statements;
        this.clock = clock;
    }

    @Transactional
    public void postpone(UserId learner, SkillId skill) {
        database.createNativeQuery(
                        "insert into postponement (learner_id, skill, until) values (:learner, :skill, :until)"
                                + " on conflict (learner_id, skill) do update set until = excluded.until")
                .setParameter("learner", learner.value())
                .setParameter("skill", skill.value())
                .setParameter("until", clock.instant().plus(NOT_NOW))
                .executeUpdate();
    }

    /** What somebody does not want at this time. */
    @Transactional
    public Set<SkillId> postponed(UserId learner) {
        var now = clock.instant();
        return statements.read(toPutOff(learner)).stream()
                .filter(put -> put.until().isAfter(now))
                .map(PutOff::skill)
                .collect(Collectors.toSet());
    }

    private record PutOff(SkillId skill, Instant until) {}

    private record Chosen(String track) {}

    private static Select<PutOff> toPutOff(UserId learner) {
        return Select.of(PutOff.class, "select skill, until from postponement where learner_id = ?", learner.value());
    }

    private static Select<Chosen> toChosen(UserId learner) {
        return Select.of(Chosen.class, "select track from chosen_track where learner_id = ?", learner.value());
    }

    /** What {@link #track} and {@link #postponed} ask the database. */
    public static List<Select<?>> asked(UserId learner) {
        return List.of(toChosen(learner), toPutOff(learner));
    }

    @Transactional
    public void choose(UserId learner, String track) {
        database.createNativeQuery("insert into chosen_track (learner_id, track) values (:learner, :track)"
                        + " on conflict (learner_id) do update set track = excluded.track")
                .setParameter("learner", learner.value())
                .setParameter("track", track)
                .executeUpdate();
    }

    /** The id of the track that somebody chose. */
    @Transactional
    public Optional<String> track(UserId learner) {
        return statements.read(toChosen(learner)).stream().map(Chosen::track).findFirst();
    }

    @Override
    public void merge(UserId guest, UserId into) {
        move(
                "insert into postponement select :into, skill, until from postponement where learner_id = :guest"
                        + " on conflict (learner_id, skill) do nothing",
                guest,
                into);
        move(
                "insert into chosen_track select :into, track from chosen_track where learner_id = :guest"
                        + " on conflict (learner_id) do nothing",
                guest,
                into);
    }

    private void move(String statement, UserId guest, UserId into) {
        database.createNativeQuery(statement)
                .setParameter("guest", guest.value())
                .setParameter("into", into.value())
                .executeUpdate();
    }
}
