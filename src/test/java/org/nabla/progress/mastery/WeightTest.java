package org.nabla.progress.mastery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.SkillId;

/** A number that the learner's own program found moves what is known of them half as far as one found without. */
class WeightTest {
    private static final SkillId SKILL = new SkillId("DF17");
    private static final LearnerModel MODEL = new LearnerModel(new SkillGraph(Curriculum.load(), java.util.Set.of()));

    private static LearnerState after(boolean right, double weight) {
        var met = new Answer.Met(List.of(0.0), 0, Mastery.TYPED_GUESS);
        return new Answer(Instant.EPOCH, 1, "t", List.of(SKILL), met, right, true, false, weight)
                .on(LearnerState.NEWCOMER, MODEL);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void halfTheWeightIsHalfTheWay(boolean right) {
        var whole = after(right, 1);
        var half = after(right, .5);
        assertThat(half.ability()).isCloseTo(whole.ability() / 2, within(1e-12));
        assertThat(half.skill(SKILL).orElseThrow().ability())
                .isCloseTo(whole.skill(SKILL).orElseThrow().ability() / 2, within(1e-12));
    }

    @Test
    void theUsualWeightIsOne() {
        var met = new Answer.Met(List.of(0.0), 0, Mastery.TYPED_GUESS);
        var usual = new Answer(Instant.EPOCH, 1, "t", List.of(SKILL), met, true, true, false);
        assertThat(usual.on(LearnerState.NEWCOMER, MODEL)).isEqualTo(after(true, 1));
    }
}
