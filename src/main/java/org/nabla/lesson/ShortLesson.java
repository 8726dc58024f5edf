package org.nabla.lesson;

import java.util.List;
import org.nabla.exercise.lesson.Lesson;

/**
 * Question, idea, rule and picture of a lesson, folded beside an exercise.
 *
 * @param open whether it is unfolded at first
 */
public record ShortLesson(String id, String name, Lesson lesson, boolean open) {

    /** The formulas of the rule, each on a line of its own. */
    public List<String> says() {
        return LessonPage.displayed(lesson);
    }
}
