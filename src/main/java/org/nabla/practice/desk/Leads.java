package org.nabla.practice.desk;

import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.exercise.curriculum.SkillId;

/** What practice leads to, such as projects. Each feature that offers something is a bean of this type. */
public interface Leads {

    /** Where a skill is used. */
    List<DeskRules.Link> from(SkillId skill);

    /** What somebody has begun, or is ready for; empty where there is nothing of the kind. */
    Optional<Lead> ready(UserId learner);

    /** What somebody has become ready for now that they have practised this skill: it was the last that was missing. */
    Optional<Lead> opened(UserId learner, SkillId skill);

    /** @param why a sentence */
    record Lead(String address, String title, String why) {}
}
