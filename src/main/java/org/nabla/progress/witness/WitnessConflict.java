package org.nabla.progress.witness;

import java.time.Instant;
import java.util.UUID;

/** A verdict that the algebra system contradicts, with both reasons. */
record WitnessConflict(
        long learner,
        UUID submission,
        String part,
        String kind,
        String key,
        String response,
        String outcome,
        String decided,
        String testimony,
        String versions,
        Instant notedAt) {}
