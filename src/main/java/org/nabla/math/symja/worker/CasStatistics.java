package org.nabla.math.symja.worker;

/**
 * What the algebra system has done since its start, for the metrics.
 *
 * @param asked requests
 * @param answered requests that found a result
 * @param unsupported requests for which there is no algorithm or no form
 * @param timedOut requests that spent their budget or their memory
 * @param overloaded requests that no worker was free for
 * @param killed workers lost to a request that ran away
 * @param restarted workers started in place of another
 * @param failedStarts starts that came to nothing
 * @param waiting requests that wait for a worker now, those in the background left out
 * @param workers workers that are warm
 * @param busy workers computing now
 * @param idle workers ready for a request now
 */
public record CasStatistics(
        long asked,
        long answered,
        long unsupported,
        long timedOut,
        long overloaded,
        long killed,
        long restarted,
        long failedStarts,
        int waiting,
        int workers,
        int busy,
        int idle) {}
