package org.nabla.practice.map;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.curriculum.SkillId;

/**
 * What the map is drawn from: the curriculum, the skills that can be practised, and how far the learner is.
 *
 * @param states of the skills that the learner has met
 */
record Atlas(Curriculum curriculum, Set<String> practised, Map<SkillId, MapState> states) {

    static Atlas of(Curriculum curriculum, ExerciseCatalogue catalogue, Map<SkillId, MapState> states) {
        var withExercises = catalogue.all().stream()
                .flatMap(template -> template.skills().stream())
                .collect(Collectors.toSet());
        return new Atlas(curriculum, withExercises, states);
    }

    Skill skill(String id) {
        return curriculum.skill(id).orElseThrow(() -> new IllegalArgumentException("no skill " + id));
    }

    MapState state(Skill skill) {
        return states.getOrDefault(skill.id(), MapState.NONE);
    }

    boolean hasExercises(Skill skill) {
        return practised.contains(skill.id().value());
    }
}
