package org.nabla.practice.skill;

import java.util.Comparator;
import java.util.List;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.practice.desk.LevelWords;

/** An exercise in a list, without numbers yet. */
record ListedExercise(String template, String title, String level) {

    /** Those that practise the skill: first where it is the main one, then where no slip is shown, and in each group from easy to hard. */
    static List<ListedExercise> of(ExerciseCatalogue catalogue, SkillId skill) {
        return catalogue.bySkill(skill.value()).stream()
                .sorted(Comparator.comparing((ExerciseTemplate t) -> t.skills().indexOf(skill.value()) > 0)
                        .thenComparing(t -> t.task().showsSlip())
                        .thenComparing(ExerciseTemplate::level)
                        .thenComparing(ExerciseTemplate::title))
                .map(t -> new ListedExercise(t.id().value(), t.title(), LevelWords.word(t.level())))
                .toList();
    }
}
