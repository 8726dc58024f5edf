package org.nabla.practice.next;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.exercise.template.ExerciseTemplate;

/**
 * Templates by their main skills, and the other way round.
 *
 * @param revision of the catalogue from which they are
 */
record MainSkills(int revision, Map<SkillId, List<ExerciseTemplate>> templates, Map<ExerciseId, SkillId> skills) {

    static MainSkills of(int revision, List<ExerciseTemplate> all) {
        var templates = new HashMap<SkillId, List<ExerciseTemplate>>();
        var skills = new HashMap<ExerciseId, SkillId>();
        for (var template : all) {
            var skill = new SkillId(template.skills().get(0));
            templates.computeIfAbsent(skill, s -> new ArrayList<>()).add(template);
            skills.put(template.id(), skill);
        }
        return new MainSkills(revision, templates, skills);
    }

    /** Those of which it is the main skill. */
    List<ExerciseTemplate> templates(SkillId skill) {
        return templates.getOrDefault(skill, List.of());
    }

    /** The main skill of a template; empty where it is not there any more. */
    Optional<SkillId> skill(ExerciseId template) {
        return Optional.ofNullable(skills.get(template));
    }
}
