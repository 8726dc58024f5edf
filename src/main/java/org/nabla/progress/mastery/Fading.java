package org.nabla.progress.mastery;

import org.nabla.exercise.curriculum.SkillId;

/** How much of the way is shown before the learner goes on alone. */
public enum Fading {
    /** A whole example first. */
    WORKED_EXAMPLE,
    /** The first steps are shown, the last ones are the learner's. */
    COMPLETION,
    UNAIDED;

    /** So many misses without a success between them, and the first steps are shown again. */
    private static final int STUMBLING = 2;

    /** So many, and a whole example is. */
    private static final int STUCK = 3;

    /** From this chance on nobody needs to be shown an example first. */
    public static final double ALONE_CHANCE = .60;

    /** Before an exercise of the skill that its author gave this level. */
    public static Fading of(LearnerState state, SkillId skill, int level) {
        return of(state.skill(skill).orElseGet(() -> SkillState.unknown(skill)), state.chance(skill, level));
    }

    /** @param chance that they get the exercise at hand right, the check-in's guess included */
    static Fading of(SkillState skill, double chance) {
        var counts = skill.counts();
        if (counts.missesInRow() >= STUCK) {
            return WORKED_EXAMPLE;
        }
        if (counts.missesInRow() >= STUMBLING) {
            return COMPLETION;
        }
        // Whoever answered without help has chosen to go without, and may.
        if (counts.answers() > 0 || chance >= ALONE_CHANCE) {
            return UNAIDED;
        }
        switch (counts.aided()) {
            case 0:
                return WORKED_EXAMPLE;
            case 1:
                return COMPLETION;
            default:
                return UNAIDED;
        }
    }
}
