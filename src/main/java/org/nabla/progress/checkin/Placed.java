package org.nabla.progress.checkin;

import java.util.Set;
import org.nabla.exercise.curriculum.SkillId;

/**
 * What the check-in takes somebody to know: a starting guess, which their own answers overrule.
 *
 * @param known probably known
 * @param unknown probably new
 */
public record Placed(Set<SkillId> known, Set<SkillId> unknown) {
    /** Of somebody who has not checked in. */
    public static final Placed NOWHERE = new Placed(Set.of(), Set.of());
}
