package org.nabla.practice.desk;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.nabla.lesson.LessonParagraph;
import org.nabla.lesson.ShortLesson;

/**
 * What of lessons stands beside an exercise.
 *
 * @param wanted makes the lesson of its skill in short, for a first visit: when the page is written, since the first time takes as
 *     long as many pages, and nothing is held of the database then
 * @param see the paragraph that explains the mistake that was found, by part
 * @param whole the address of the whole lesson; empty where there is none, or none is allowed
 */
record LessonAside(Supplier<Optional<ShortLesson>> wanted, Map<String, LessonParagraph> see, Optional<String> whole) {
    static final LessonAside NONE = new LessonAside(Optional::empty, Map.of(), Optional.empty());

    LessonAside {
        see = Map.copyOf(see);
    }

    public Optional<ShortLesson> brief() {
        return wanted.get();
    }
}
