package org.nabla.practice.desk;

import java.util.Map;
import java.util.Optional;
import org.nabla.lesson.LessonParagraph;
import org.nabla.lesson.ShortLesson;

/**
 * What of lessons stands beside an exercise.
 *
 * @param brief the lesson of its skill in short, for a first visit
 * @param see the paragraph that explains the mistake that was found, by part
 * @param whole the address of the whole lesson; empty where there is none, or none is allowed
 */
record LessonAside(Optional<ShortLesson> brief, Map<String, LessonParagraph> see, Optional<String> whole) {
    static final LessonAside NONE = new LessonAside(Optional.empty(), Map.of(), Optional.empty());

    LessonAside {
        see = Map.copyOf(see);
    }
}
