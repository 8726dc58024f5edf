package org.nabla.lesson;

import org.nabla.exercise.curriculum.SkillId;

/**
 * A paragraph of a lesson that can be found and linked.
 *
 * @param name of the skill
 * @param anchor its name on the page of the skill
 * @param title what kind of paragraph it is
 * @param text prose with mathematics between dollars
 */
public record LessonParagraph(SkillId skill, String name, String anchor, String title, String text) {

    public String address() {
        return "/skills/" + skill + "#" + anchor;
    }
}
