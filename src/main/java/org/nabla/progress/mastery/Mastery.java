package org.nabla.progress.mastery;

/**
 * How likely somebody is to be right: hierarchical Elo with gains for practice. All numbers are logits: the learner's
 * ability, what they can do in one skill beyond it, and the difficulties of skill and template. There is no term for time;
 * forgetting belongs to {@link Fsrs} alone. An answer has a weight w, by which every step and gain of its learner is multiplied:
 *
 * <pre>
 *   a_sk += w·(.22/(1+.06 n_sk)·e + (y ? .20 : .05)/(1+.25 n_sk))      g_s += w·.25/(1+.02 n_s)·e
 * </pre>
 *
 * <p>w = 1 for an exercise and for a step of a project that is derived or done by hand, ½ for a number that the learner's own
 * program found; predictions and explanations of a project say nothing and are not in the log. The counts n go up by one all the
 * same, and review takes any success as one.
 *
 * <p>{@link StrictMath} throughout, so that replaying a log on another machine gives the same bits.
 */
public final class Mastery {
    /** How often somebody who can do it is wrong all the same. */
    private static final double SLIP = .03;

    /** How often a typed answer is right by luck. */
    public static final double TYPED_GUESS = .02;

    private Mastery() {}

    /**
     * How likely an answer is right.
     *
     * @param z ability less difficulty
     * @param guess how likely luck alone is right
     */
    public static double probability(double z, double guess) {
        return guess + (1 - SLIP - guess) * logistic(z);
    }

    /** What a learner is shown: how likely they get an average exercise of a skill right, one whose answer is typed. */
    public static double chance(double z) {
        return probability(z, TYPED_GUESS);
    }

    /** @param answers how many answers in the skill there were before */
    static double skillStep(int answers, double error) {
        return .22 / (1 + .06 * answers) * error;
    }

    /** What practising brings, right or wrong. */
    static double gain(int answers, boolean right) {
        return (right ? .20 : .05) / (1 + .25 * answers);
    }

    /** @param answers how many answers of the learner there were before, whatever the skill */
    static double abilityStep(int answers, double error) {
        return .25 / (1 + .02 * answers) * error;
    }

    /** To be taken from the difficulty of a skill, after so many answers of all learners. */
    public static double skillDifficultyStep(int answers, double error) {
        return .25 / (1 + .05 * answers) * error;
    }

    /** To be taken from the difficulty of a template, after so many answers of all learners. */
    public static double templateDifficultyStep(int answers, double error) {
        return .35 / (1 + .05 * answers) * error;
    }

    /** The difficulty of a template that nobody has answered yet, as its author judged it: level 3 is average. */
    public static double authorsGuess(int level) {
        return .4 * (level - 3);
    }

    private static double logistic(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }
}
