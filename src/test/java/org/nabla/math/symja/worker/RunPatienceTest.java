package org.nabla.math.symja.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunPatienceTest {

    /** Each figure is the processor time in milliseconds after another half of a budget of 1000 ms; - is unknown. */
    @ParameterizedTest(name = "{0}: over at step {1}, starved: {2}")
    @CsvSource(textBlock = """
            480 960 1440,            2, false, it computes all the time
            250 500,                 2, false, it has half of a processor
            - - -,                   2, false, the machine does not tell
            40 80 120 160 200 240,   6, true,  other work takes nearly all of the processor
            100 200 600 1000,        3, false, it gets its processor late
            """)
    void aWorkerIsGivenUpOnceItHasComputed(String times, int step, boolean starved, String why) {
        var patience = new RunPatience(Duration.ofMillis(1000));
        int steps = 0;

        for (var time : times.split(" ")) {
            steps++;
            if (patience.isOver(
                    time.equals("-") ? Optional.empty() : Optional.of(Duration.ofMillis(Long.parseLong(time))))) {
                break;
            }
        }

        assertThat(steps).as(why).isEqualTo(step);
        assertThat(patience.wasStarved()).isEqualTo(starved);
    }
}
