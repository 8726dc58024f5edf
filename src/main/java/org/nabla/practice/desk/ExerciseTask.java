package org.nabla.practice.desk;

import java.util.Optional;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.curriculum.Area;
import org.nabla.practice.answer.FigureView;

/**
 * What an exercise asks, as its page shows it.
 *
 * @param chapter the area of the curriculum, as in the address of its list
 */
public record ExerciseTask(
        String title, String chapter, String chapterTitle, int level, String prompt, Optional<FigureView> figure) {

    static ExerciseTask of(Exercise exercise, Optional<Area> area) {
        return new ExerciseTask(
                exercise.title(),
                area.map(Area::id).orElse(""),
                area.map(Area::title).orElse("Exercises"),
                exercise.level(),
                exercise.prompt(),
                exercise.figure().map(FigureView::of));
    }

    public String levelWord() {
        return LevelWords.word(level);
    }
}
