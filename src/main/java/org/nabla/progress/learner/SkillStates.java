package org.nabla.progress.learner;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.nabla.account.UserId;
import org.nabla.database.glance.Glance;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.progress.attempt.Untold;
import org.nabla.progress.mastery.Fading;
import org.nabla.progress.mastery.LearnerModel;
import org.nabla.progress.mastery.LearnerState;
import org.nabla.progress.mastery.Level;
import org.nabla.progress.mastery.MasteryView;
import org.nabla.query.Select;

/**
 * What learners can do, as far as is known and told: an answer whose verdict is told later shows here from then on, or else
 * the level of its skill would tell it.
 */
@Singleton
public class SkillStates {
    private record Told(UserId learner) {}

    private record ToldOf(UserId learner, SkillId skill) {}

    private record Everything(UserId learner) {}

    private record Way(UserId learner) {}

    private final LearnerStateRepository states;
    private final Untold untold;
    private final LearnerModel model;
    private final Steps steps;
    private final Clock clock;

    SkillStates(LearnerStateRepository states, Untold untold, LearnerModel model, Steps steps, Clock clock) {
        this.states = states;
        this.untold = untold;
        this.model = model;
        this.steps = steps;
        this.clock = clock;
    }

    /** By skill; those that are missing are new. */
    @Transactional
    public Map<SkillId, MasteryView> of(UserId learner) {
        return knownOf(learner).views();
    }

    /** What {@link #fading} and {@link #of(UserId, SkillId)} ask the database. */
    public static Select<?> asked(UserId learner, SkillId skill) {
        return LearnerStateRepository.asked(learner, skill);
    }

    /** What {@link #knownOf} asks the database. */
    public static Select<?> stateAsked(UserId learner) {
        return LearnerStateRepository.asked(learner);
    }

    /** What {@link #knownOf} and {@link #trail} ask the database. */
    public static List<Select<?>> asked(UserId learner) {
        return Stream.concat(
                        Stream.of(LearnerStateRepository.asked(learner)),
                        LearnerStateRepository.trailAsked(learner).stream())
                .toList();
    }

    /**
     * All that is known of a learner at this moment.
     *
     * @param views of the skills of which something is known
     */
    public record Known(LearnerState state, Map<SkillId, MasteryView> views) {
        public static final Known NOTHING = new Known(LearnerState.NEWCOMER, Map.of());

        public Known {
            views = Map.copyOf(views);
        }
    }

    @Transactional
    public Known knownOf(UserId learner) {
        return Glance.once(new Everything(learner), () -> readKnown(learner));
    }

    private Known readKnown(UserId learner) {
        var state = told(learner);
        var now = clock.instant();
        var views = new HashMap<SkillId, MasteryView>();
        state.skills().keySet().forEach(id -> views.put(id, MasteryView.of(model, state, id, now)));
        return new Known(state, views);
    }

    public MasteryView of(UserId learner, SkillId skill) {
        return MasteryView.of(model, told(learner, skill), skill, clock.instant());
    }

    /** What is known in general and of one skill, which is all that the page of an exercise needs. */
    private LearnerState told(UserId learner, SkillId skill) {
        return Glance.once(
                new ToldOf(learner, skill),
                () -> untold.exercises(learner).isEmpty() ? states.of(learner, skill) : told(learner));
    }

    /** The level of a skill before and after an answer, and how many unaided answers there are of it. */
    public record Change(Level before, Level after, int right, int answers) {}

    /** What the newest answer changed; empty where the exercise was not the newest, or has not been counted. */
    @Transactional
    public Optional<Change> change(UserId learner, long exercise, SkillId skill) {
        var hidden = untold.exercises(learner);
        var after = told(learner);
        if (hidden.contains(exercise)
                || after.last().filter(last -> last.exercise() == exercise).isEmpty()) {
            return Optional.empty();
        }
        var now = MasteryView.of(model, after, skill, clock.instant());
        return Optional.of(new Change(
                steps.before(learner, after, skill)
                        .orElseGet(() -> model.level(without(learner, exercise, hidden), skill)),
                now.level(),
                now.right(),
                now.answers()));
    }

    private LearnerState without(UserId learner, long exercise, Set<Long> hidden) {
        return model.replay(states.log(learner).stream()
                .filter(event -> !hidden.contains(event.exercise()) && event.exercise() != exercise)
                .toList());
    }

    private LearnerState told(UserId learner) {
        return Glance.once(new Told(learner), () -> readTold(learner));
    }

    private LearnerState readTold(UserId learner) {
        var hidden = untold.exercises(learner);
        if (hidden.isEmpty() || !states.hasLearntFrom(learner, hidden)) {
            return states.of(learner);
        }
        return model.replay(states.log(learner).stream()
                .filter(event -> !hidden.contains(event.exercise()))
                .toList());
    }

    /** How much of the way is shown before an exercise of this level. */
    public Fading fading(UserId learner, SkillId skill, int level) {
        return Fading.of(told(learner, skill), skill, level);
    }

    /** What was answered, as far as it is told. */
    @Transactional
    public Trail trail(UserId learner) {
        return Glance.once(new Way(learner), () -> states.trail(learner, untold.exercises(learner)));
    }
}
