package org.nabla.practice.next;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.exercise.template.ExerciseTemplate;

/**
 * Templates by their main skills, and what follows from it whoever practices.
 *
 * @param revision of the catalogue from which they are
 * @param needed of each skill what it needs and can be practiced; what has no exercises stands for what it needs itself
 */
record MainSkills(
        int revision,
        Map<SkillId, List<ExerciseTemplate>> templates,
        Map<ExerciseId, SkillId> skills,
        Map<SkillId, List<Skill>> needed) {

    static MainSkills of(int revision, List<ExerciseTemplate> all, Curriculum curriculum) {
        var templates = new HashMap<SkillId, List<ExerciseTemplate>>();
        var skills = new HashMap<ExerciseId, SkillId>();
        for (var template : all) {
            var skill = new SkillId(template.skills().get(0));
            templates.computeIfAbsent(skill, s -> new ArrayList<>()).add(template);
            skills.put(template.id(), skill);
        }
        var needed = new HashMap<SkillId, List<Skill>>();
        for (var skill : curriculum.skills()) {
            var found = new LinkedHashSet<Skill>();
            collect(skill, curriculum, templates.keySet(), found, new HashSet<>());
            needed.put(skill.id(), List.copyOf(found));
        }
        return new MainSkills(revision, templates, skills, needed);
    }

    private static void collect(
            Skill skill, Curriculum curriculum, Set<SkillId> practicable, Set<Skill> found, Set<SkillId> looked) {
        for (var need : curriculum.needs(skill)) {
            if (looked.add(need.id())) {
                if (practicable.contains(need.id())) {
                    found.add(need);
                } else {
                    collect(need, curriculum, practicable, found, looked);
                }
            }
        }
    }

    /** Those of which it is the main skill. */
    List<ExerciseTemplate> templates(SkillId skill) {
        return templates.getOrDefault(skill, List.of());
    }

    /** What it needs and can be practiced. */
    List<Skill> needed(Skill skill) {
        return needed.getOrDefault(skill.id(), List.of());
    }

    /** The main skill of a template; empty where it is not there any more. */
    Optional<SkillId> skill(ExerciseId template) {
        return Optional.ofNullable(skills.get(template));
    }
}
