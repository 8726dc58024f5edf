package org.nabla.progress.witness;

import java.util.List;

/** What the page on the second witness shows. */
record WitnessPage(
        List<Row> rows,
        long skipped,
        int waiting,
        long contradictions,
        List<WitnessConflict> latest,
        List<Disputed> disputed) {

    /** How often something was said of verdicts of one kind. */
    record Row(String outcome, long proved, long disproved, long open, long beyond) {}

    /** An exercise that is not served. */
    record Disputed(String name, String why) {}
}
