package org.nabla.project.making;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nabla.chance.DrawStream;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.workshop.Data;
import org.nabla.project.workshop.Workshop;
import org.nabla.project.workshop.Workshops;

/**
 * Draws the data of a seed and solves them. Data are drawn again until the workshop accepts them and every slip is at least
 * three units of the last asked digit away from the key and from the other slips of its step.
 */
public final class ProjectMaker {
    static final int MOST_DRAWS = 200;

    private ProjectMaker() {}

    /**
     * The same plan and seed give the same bits.
     *
     * @throws NotDrawnException if no draw is clean
     */
    public static Solved make(ProjectPlan plan, long seed) {
        var workshop = Workshops.byId(plan.model().workshop())
                .orElseThrow(() -> new NotDrawnException(
                        "there is no workshop " + plan.model().workshop()));
        var stream = new DrawStream(workshop.id(), seed);
        var distances = new Distances(plan);
        for (int draws = 0; draws < MOST_DRAWS; draws++) {
            var data = workshop.draw(stream);
            if (!workshop.promises(data)) {
                continue;
            }
            var values = workshop.solve(data, null);
            if (!workshop.accepts(data, values)) {
                continue;
            }
            var slips = slips(plan, workshop, data);
            if (distances.areClean(values, slips)) {
                return new Solved(seed, draws, data, values, slips);
            }
        }
        throw new NotDrawnException(plan.id() + ", seed " + seed + ": no clean data in " + MOST_DRAWS
                + " draws; nearest to each other were " + distances.blame());
    }

    private static Map<String, Map<String, double[]>> slips(ProjectPlan plan, Workshop workshop, Data data) {
        var slips = new LinkedHashMap<String, Map<String, double[]>>();
        for (var bug : plan.bugs()) {
            slips.put(bug, workshop.solve(data, bug));
        }
        return slips;
    }
}
