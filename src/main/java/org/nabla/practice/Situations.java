package org.nabla.practice;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nabla.account.UserId;
import org.nabla.database.glance.Glance;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.practice.next.Situation;
import org.nabla.progress.Wishes;
import org.nabla.progress.attempt.Untold;
import org.nabla.progress.checkin.CheckIns;
import org.nabla.progress.checkin.Placed;
import org.nabla.progress.learner.SkillStates;
import org.nabla.progress.learner.Trail;
import org.nabla.query.Select;

/** Gathers all on which the choice of what comes next depends. */
@Singleton
public class Situations {
    /** For those who have chosen none. */
    private static final String USUAL_TRACK = "machine-learning";

    private record Whose(Optional<UserId> learner) {}

    private final Curriculum curriculum;
    private final SkillStates states;
    private final CheckIns checkIns;
    private final Wishes wishes;
    private final Untold untold;
    private final Clock clock;

    Situations(
            Curriculum curriculum, SkillStates states, CheckIns checkIns, Wishes wishes, Untold untold, Clock clock) {
        this.curriculum = curriculum;
        this.states = states;
        this.checkIns = checkIns;
        this.wishes = wishes;
        this.untold = untold;
        this.clock = clock;
    }

    /** Whether nothing is known of what somebody wants: neither a choice of theirs nor an answer. */
    public boolean isStranger(Optional<UserId> learner) {
        return learner.filter(id ->
                        wishes.track(id).isPresent() || !states.trail(id).seen().isEmpty())
                .isEmpty();
    }

    /** What {@link #of} asks the database. */
    public List<Select<?>> asked(UserId learner) {
        return Select.all(Wishes.asked(learner), untold.asked(learner), SkillStates.asked(learner));
    }

    Situation of(Optional<UserId> learner) {
        return Glance.once(new Whose(learner), () -> read(learner));
    }

    private Situation read(Optional<UserId> learner) {
        var track = learner.flatMap(wishes::track)
                .flatMap(curriculum::track)
                .or(() -> curriculum.track(USUAL_TRACK))
                .orElseGet(() -> curriculum.tracks().get(0));
        var known = learner.map(states::knownOf).orElse(SkillStates.Known.NOTHING);
        return new Situation(
                known.state(),
                known.views(),
                learner.map(checkIns::placed).orElse(Placed.NOWHERE),
                track,
                learner.map(wishes::postponed).orElse(Set.of()),
                learner.map(states::trail).orElse(Trail.NONE),
                clock.instant());
    }
}
