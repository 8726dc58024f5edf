package org.nabla.operation.retention;

import jakarta.enterprise.context.ApplicationScoped;

/** Removes what has run out when a test wants it. */
@ApplicationScoped
public class HourlyRetention {
    private final RetentionJob job;

    HourlyRetention(RetentionJob job) {
        this.job = job;
    }

    public void run() {
        job.runAll();
    }
}
