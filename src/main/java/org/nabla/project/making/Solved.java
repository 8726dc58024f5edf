package org.nabla.project.making;

import java.util.Map;
import org.nabla.project.workshop.Data;

/**
 * The data of one seed with what is computed of them.
 *
 * @param redraws how often data were drawn in vain before these
 * @param values by name, as {@code Workshop.solve} gives them without a slip
 * @param slips by slip, then by name; only for the slips that the file names
 */
public record Solved(
        long seed, int redraws, Data data, Map<String, double[]> values, Map<String, Map<String, double[]>> slips) {}
