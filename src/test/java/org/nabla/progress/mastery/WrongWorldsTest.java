package org.nabla.progress.mastery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nabla.progress.mastery.SimulatedLearner.World;

/** What becomes of the model where its suppositions are wrong: it may be duller, not absurd. */
class WrongWorldsTest {
    private static final int LEARNERS = Simulation.LONG ? 200 : 60;
    private static final int SKILLS = 40;
    private static final int TEMPLATES = 12;

    @Test
    void luckThatItDoesNotKnowOfLeavesItHonest() {
        var world = new World(21, SKILLS, TEMPLATES, .25, true);

        var found = Calibration.of(new Simulation(world, SimulatedLearner::answers)
                .run(LEARNERS, LEARNERS, 5)
                .ours());

        Simulation.report("a quarter by luck", found);
        assertThat(found.calibrationError()).isLessThanOrEqualTo(.04);
        assertThat(found.logLoss()).isLessThanOrEqualTo(found.constantLogLoss() - .03);
    }

    @Test
    void headsThatForgetNothingLeaveItHonest() {
        var world = new World(22, SKILLS, TEMPLATES, .02, false);

        var found = Calibration.of(new Simulation(world, SimulatedLearner::answers)
                .run(LEARNERS, LEARNERS, 6)
                .ours());

        Simulation.report("no forgetting", found);
        assertThat(found.calibrationError()).isLessThanOrEqualTo(.04);
        assertThat(found.auc()).isGreaterThanOrEqualTo(.72);
    }

    @Test
    void whoeverTossesACoinMastersNothing() {
        var coin = new SplittableRandom(3);

        var run = new Simulation(World.usual(7), (learner, skill, template, day) -> coin.nextBoolean())
                .run(0, LEARNERS, 4);

        var share = (double) run.mastered().size() / (LEARNERS * SKILLS);
        Simulation.say("a coin masters %.4f of the skills".formatted(share));
        assertThat(share).isLessThanOrEqualTo(.01);
    }

    @Test
    void oneLearnerAloneIsPredictedBetterThanByTheirShare() {
        var better = 0;
        var alone = 20;
        for (var seed = 0; seed < alone; seed++) {
            var found = Calibration.of(new Simulation(World.usual(seed), SimulatedLearner::answers)
                    .run(0, 1, seed)
                    .ours());
            better += found.logLoss() < found.constantLogLoss() + .02 ? 1 : 0;
            assertThat(found.calibrationError()).isLessThanOrEqualTo(.15);
        }
        Simulation.say("alone: %d of %d not worse than their own share in hindsight".formatted(better, alone));
        assertThat(better).isGreaterThanOrEqualTo(alone * 3 / 4);
    }
}
