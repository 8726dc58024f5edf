package org.nabla.progress.mastery;

import java.util.SplittableRandom;

/**
 * Somebody who learns as no model of ours supposes: the chance to be right is logistic with a slope of its own for each
 * template, practice helps by a power law, pauses cost, and the best slip.
 */
final class SimulatedLearner {
    private static final double SLIP = .04;
    private static final double LUCK = .02;

    private final World world;
    private final SplittableRandom chance;
    private final double ability;
    private final double pace;
    private final double memory;
    private final double[] talent;
    private final int[] practised;
    private final double[] lastDay;

    /** What all learners meet. */
    static final class World {
        final int skills;
        final int templates;
        final double luck;
        final boolean forgetting;
        private final double[] skillDifficulty;
        private final double[] templateDifficulty;
        private final double[] slope;

        World(long seed, int skills, int templates, double luck, boolean forgetting) {
            this.skills = skills;
            this.templates = templates;
            this.luck = luck;
            this.forgetting = forgetting;
            var chance = new SplittableRandom(seed);
            skillDifficulty = new double[skills];
            templateDifficulty = new double[skills * templates];
            slope = new double[skills * templates];
            for (var i = 0; i < skills; i++) {
                skillDifficulty[i] = .75 * chance.nextGaussian();
            }
            for (var i = 0; i < skills * templates; i++) {
                templateDifficulty[i] = .75 * chance.nextGaussian();
                slope[i] = Math.exp(.25 * chance.nextGaussian());
            }
        }

        static World usual(long seed) {
            return new World(seed, 40, 12, LUCK, true);
        }
    }

    SimulatedLearner(World world, SplittableRandom chance) {
        this.world = world;
        this.chance = chance;
        ability = .95 + chance.nextGaussian();
        pace = .75 * Math.exp(.4 * chance.nextGaussian());
        memory = .18 * Math.exp(.4 * chance.nextGaussian());
        talent = new double[world.skills];
        practised = new int[world.skills];
        lastDay = new double[world.skills];
        for (var i = 0; i < world.skills; i++) {
            talent[i] = .6 * chance.nextGaussian();
        }
    }

    /** How likely they are to be right. */
    double truth(int skill, int template, double day) {
        var item = skill * world.templates + template;
        var learnt = pace * (Math.pow(1 + practised[skill], .5) - 1);
        var forgotten = world.forgetting && practised[skill] > 0 ? memory * Math.log1p(day - lastDay[skill]) : 0;
        var z = world.slope[item]
                * (ability
                        + talent[skill]
                        + learnt
                        - forgotten
                        - world.skillDifficulty[skill]
                        - world.templateDifficulty[item]);
        return world.luck + (1 - SLIP - world.luck) / (1 + Math.exp(-z));
    }

    boolean answers(int skill, int template, double day) {
        var right = chance.nextDouble() < truth(skill, template, day);
        practised[skill]++;
        lastDay[skill] = day;
        return right;
    }
}
