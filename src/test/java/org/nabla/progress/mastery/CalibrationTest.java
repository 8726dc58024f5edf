package org.nabla.progress.mastery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nabla.progress.mastery.Calibration.Outcome;
import org.nabla.progress.mastery.SimulatedLearner.World;

/** The mastery model on learners who do not learn as it supposes. {@code -Dnabla.long=true} takes 400 of them. */
class CalibrationTest {
    private static final int LEARNERS = Simulation.LONG ? 400 : 120;

    @Test
    void predictionsAreSharpAndHonest() {
        var run = new Simulation(World.usual(7), SimulatedLearner::answers).run(LEARNERS / 2, LEARNERS / 2, 11);

        var ours = Calibration.of(run.ours());
        var bkt = Calibration.of(run.bkt());
        Simulation.report("ours", ours);
        Simulation.report("BKT", bkt);
        Simulation.report("truth", Calibration.of(run.truth()));
        assertThat(ours.auc()).isGreaterThanOrEqualTo(.74);
        assertThat(ours.calibrationError()).isLessThanOrEqualTo(.03);
        assertThat(ours.logLoss()).isLessThanOrEqualTo(.52).isLessThanOrEqualTo(bkt.logLoss() - .03);
        assertThat(ours.bins())
                .filteredOn(bin -> bin.answers() >= 300)
                .hasSizeGreaterThan(5)
                .allSatisfy(bin -> assertThat(bin.observed()).isCloseTo(bin.predicted(), within(.05)));
    }

    @Test
    void measuresAreThoseOfTheBooks() {
        var found = Calibration.of(List.of(
                new Outcome(.8, true),
                new Outcome(.8, false),
                new Outcome(.3, true),
                new Outcome(.3, false),
                new Outcome(.3, false),
                new Outcome(.95, true)));

        assertThat(found.answers()).isEqualTo(6);
        assertThat(found.right()).isEqualTo(3);
        // −(ln .8 + ln .2 + ln .3 + 2 ln .7 + ln .95) / 6
        assertThat(found.logLoss()).isCloseTo(.633532, within(1e-6));
        assertThat(found.constantLogLoss()).isCloseTo(Math.log(2), within(1e-12));
        // Of nine pairs of right and wrong: six in order, three tied at .8 or .3.
        assertThat(found.auc()).isCloseTo((5 + 3 * .5) / 9, within(1e-12));
        assertThat(found.calibrationError()).isCloseTo((2 * .3 + 3 * (1 / 3.0 - .3) + .05) / 6, within(1e-12));
        assertThat(found.bins()).hasSize(3);
    }
}
