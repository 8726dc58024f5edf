package org.nabla.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.progress.Wishes;
import org.nabla.progress.mastery.LearnerState;
import org.nabla.progress.store.Histories;

/** The walk of people of many kinds, but few of them, through the services and their database. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class PracticeWalkTest {
    private static final int EXERCISES = 60;

    @Inject
    ExerciseChoice choice;

    @Inject
    ExerciseCatalogue catalogue;

    @Inject
    Histories histories;

    @Inject
    Wishes wishes;

    @Inject
    Clock clock;

    @Test
    void whoIsAlwaysRightGetsToTheGradientAndNothingTwice() {
        var walk = walk(true);

        assertThat(skills(walk)).contains("DF17").hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void whoIsAlwaysWrongIsNotTrapped() {
        var walk = walk(false);

        assertThat(skills(walk)).hasSizeGreaterThanOrEqualTo(8);
    }

    /** The templates in the order in which they came. */
    private List<ExerciseId> walk(boolean right) {
        var learner = histories.learner();
        wishes.choose(learner, "machine-learning");
        var met = new HashSet<String>();
        var walk = new ArrayList<ExerciseId>();
        for (var i = 0; i < EXERCISES; i++) {
            var address = choice.next(Optional.of(learner), Optional.empty()).split("[/?]");
            assertThat(met.add(address[2] + "/" + address[3]))
                    .as("nothing twice")
                    .isTrue();
            var template = catalogue.find(new ExerciseId(address[2])).orElseThrow();
            histories.answer(
                    learner,
                    histories.standIn(address[2], Integer.parseInt(address[3]), template.skills()),
                    clock.instant(),
                    right);
            walk.add(template.id());
            assertThat(choice.reached(learner).isPresent()).isEqualTo((i + 1) % LearnerState.AIM == 0);
        }
        return walk;
    }

    private List<String> skills(List<ExerciseId> walk) {
        return walk.stream()
                .map(id -> catalogue.find(id).orElseThrow().skills().get(0))
                .distinct()
                .toList();
    }
}
