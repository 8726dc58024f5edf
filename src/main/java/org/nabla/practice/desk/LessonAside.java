package org.nabla.practice.desk;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.nabla.lesson.LessonParagraph;
import org.nabla.lesson.ShortLesson;

/**
 * What of lessons stands beside an exercise. A lesson is made when the page is written: the first time takes as long as many pages,
 * and nothing is held of the database then.
 *
 * @param wanted the lesson of its skill in short, for a first visit
 * @param explained by part the paragraph that explains the mistake that was found
 * @param whole the address of the whole lesson; empty where there is none, or none is allowed
 */
record LessonAside(
        Supplier<Optional<ShortLesson>> wanted,
        Function<String, Optional<LessonParagraph>> explained,
        Optional<String> whole) {
    static final LessonAside NONE = new LessonAside(Optional::empty, part -> Optional.empty(), Optional.empty());

    public Optional<ShortLesson> brief() {
        return wanted.get();
    }
}
