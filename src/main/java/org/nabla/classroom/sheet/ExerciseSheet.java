package org.nabla.classroom.sheet;

import java.util.List;
import java.util.Optional;
import org.nabla.exercise.Exercise;

/**
 * An exercise as it is read without being answered: in a preview, on paper, beside the mistakes made in it.
 *
 * @param number its place in the list, from 1
 * @param points for it, in words; empty where there are none
 * @param solution the worked way, for the eyes of teachers
 */
public record ExerciseSheet(
        int number,
        String points,
        String title,
        String prompt,
        Optional<Exercise.Figure> figure,
        List<Box> boxes,
        List<String> solution,
        String address) {

    /**
     * An answer box.
     *
     * @param options of a choice; empty otherwise
     * @param key as prose, for the eyes of teachers
     */
    public record Box(String label, List<String> options, String key) {}

    /** The same for pens: nothing in it speaks of typing. */
    public ExerciseSheet onPaper() {
        return new ExerciseSheet(number, points, title, PaperWords.of(prompt), figure, boxes, solution, address);
    }
}
