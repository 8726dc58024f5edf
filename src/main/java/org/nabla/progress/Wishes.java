package org.nabla.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nabla.account.GuestMerge;
import org.nabla.account.UserId;
import org.nabla.database.glance.Glance;
import org.nabla.exercise.curriculum.SkillId;

/** What learners want: the track they have chosen, and what they do not want to be asked for now. */
@ApplicationScoped
public class Wishes implements GuestMerge {
    /** Until the next day, at about the same time. Nothing is put off for ever. */
    static final Duration NOT_NOW = Duration.ofHours(20);

    private record Track(UserId learner) {}

    private final EntityManager database;
    private final Clock clock;

    Wishes(EntityManager database, Clock clock) {
        this.database = database;
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
        List<?> skills = database.createNativeQuery(
                        "select skill from postponement where learner_id = :learner and until > :now")
                .setParameter("learner", learner.value())
                .setParameter("now", clock.instant())
                .getResultList();
        return skills.stream().map(skill -> new SkillId((String) skill)).collect(Collectors.toSet());
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
        return Glance.once(new Track(learner), () -> readTrack(learner));
    }

    private Optional<String> readTrack(UserId learner) {
        List<?> tracks = database.createNativeQuery("select track from chosen_track where learner_id = :learner")
                .setParameter("learner", learner.value())
                .getResultList();
        return tracks.stream().map(track -> (String) track).findFirst();
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
