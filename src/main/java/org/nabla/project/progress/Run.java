package org.nabla.project.progress;

import java.time.Instant;
import org.nabla.exercise.Seed;
import org.nabla.project.making.StepMaker;
import org.nabla.project.template.Step;

/**
 * A learner's project.
 *
 * @param seed of what does not depend on data
 * @param dataSeed of the data as they are now
 * @param renewed how often the learner asked for new data
 */
public record Run(String project, Seed seed, Seed dataSeed, int renewed, Instant startedAt) {

    public Seed of(Step step) {
        return StepMaker.isFixed(step) ? seed : dataSeed;
    }

    public String address() {
        return "/projects/" + project + "/run";
    }
}
