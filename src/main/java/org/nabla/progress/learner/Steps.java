package org.nabla.progress.learner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.progress.mastery.Answer;
import org.nabla.progress.mastery.LearnerModel;
import org.nabla.progress.mastery.LearnerState;
import org.nabla.progress.mastery.Level;

/**
 * The levels from which the newest answer of a learner set out, so that the page that answers it need not derive them from
 * the whole log. They are found by the state to which the answer led: after anything else that moves it, by whichever instance,
 * they are not found any more.
 */
@Singleton
public class Steps {
    private static final int LEARNERS = 10_000;

    private record Step(LearnerState after, Map<SkillId, Level> before) {}

    private final Cache<UserId, Step> latest =
            Caffeine.newBuilder().maximumSize(LEARNERS).build();
    private final LearnerModel model;

    Steps(LearnerModel model) {
        this.model = model;
    }

    void note(UserId learner, LearnerState before, Answer answer, LearnerState after) {
        var levels = answer.skills().stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> model.level(before, id)));
        latest.put(learner, new Step(withoutSkills(after), levels));
    }

    /** The level of a skill of the newest answer before that answer; empty where it is not known here. */
    public Optional<Level> before(UserId learner, LearnerState after, SkillId skill) {
        return Optional.ofNullable(latest.getIfPresent(learner))
                .filter(step -> step.after().equals(withoutSkills(after)))
                .map(step -> step.before().get(skill));
    }

    /** Every event moves what is known in general, which tells states apart and takes less room. */
    private static LearnerState withoutSkills(LearnerState state) {
        return new LearnerState(
                state.ability(), state.answers(), state.wrong(), state.last(), state.sitting(), Map.of());
    }
}
