package org.nabla.progress.prediction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Learns when a test wants it. */
@ApplicationScoped
public class HourlyLearning {
    private final LearningFromAll learning;

    HourlyLearning(LearningFromAll learning) {
        this.learning = learning;
    }

    public void goOn(Instant until) {
        learning.goOn(until);
    }

    public void anew(Instant until) {
        learning.anew(until);
    }

    public void calibrate() {
        learning.calibration();
    }

    public void measureTeaching() {
        learning.teaching();
    }
}
