package org.nabla.bench;

import java.util.Arrays;
import org.nabla.project.catalogue.ProjectCatalogue;
import org.nabla.project.making.ProjectMaker;
import org.nabla.project.template.ProjectPlan;

/** How long the data and keys of a project are made, which somebody waits for who begins it. */
public final class KeyMaking {
    private static final int SEEDS = Integer.getInteger("nabla.seeds", 200);
    private static final int WARMING = 20;

    private KeyMaking() {}

    public static void main(String[] arguments) {
        System.out.println("| project | median, ms | longest, ms |");
        System.out.println("| --- | --- | --- |");
        for (var plan : ProjectCatalogue.load().all()) {
            run(plan, WARMING);
            var spent = run(plan, SEEDS);
            System.out.printf("| %s | %.1f | %.1f |%n", plan.id(), spent[SEEDS / 2] / 1e6, spent[SEEDS - 1] / 1e6);
        }
    }

    /** Nanoseconds by the clock for each seed, ascending. */
    private static long[] run(ProjectPlan plan, int seeds) {
        var spent = new long[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            var begin = System.nanoTime();
            ProjectMaker.make(plan, seed);
            spent[seed] = System.nanoTime() - begin;
        }
        Arrays.sort(spent);
        return spent;
    }
}
