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
import org.nabla.exercise.curriculum.Track;
import org.nabla.exercise.template.ExerciseTemplate;

/**
 * Templates by their main skills, and what follows from it whoever practices.
 *
 * @param revision of the catalogue from which they are
 * @param entryLevels of each skill the level at which a right answer shows that it needs no more exercises before others
 * @param showing the templates of that level or above
 * @param needed of each skill what it needs and can be practiced; what has no exercises stands for what it needs itself
 * @param tracks of each track, by its id, the skills that have exercises, in its order
 */
record MainSkills(
        int revision,
        Map<SkillId, List<ExerciseTemplate>> templates,
        Map<ExerciseId, SkillId> skills,
        Map<SkillId, Integer> entryLevels,
        Set<ExerciseId> showing,
        Map<SkillId, List<Skill>> needed,
        Map<String, List<Skill>> tracks) {

    /** The level at which a right answer shows it, where there are exercises so hard. */
    private static final int ENTRY_LEVEL = 3;

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
        var entryLevels = new HashMap<SkillId, Integer>();
        var showing = new HashSet<ExerciseId>();
        templates.forEach((skill, own) -> {
            var level = entryLevel(own);
            entryLevels.put(skill, level);
            own.stream().filter(template -> template.level() >= level).forEach(template -> showing.add(template.id()));
        });
        var tracks = new HashMap<String, List<Skill>>();
        for (var track : curriculum.tracks()) {
            tracks.put(
                    track.id(),
                    track.skills().stream()
                            .filter(templates::containsKey)
                            .flatMap(skill -> curriculum.skill(skill).stream())
                            .toList());
        }
        return new MainSkills(revision, templates, skills, entryLevels, showing, needed, tracks);
    }

    private static int entryLevel(List<ExerciseTemplate> templates) {
        return Math.min(
                ENTRY_LEVEL,
                templates.stream().mapToInt(ExerciseTemplate::level).max().orElse(ENTRY_LEVEL));
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

    /** The skills of a track that have exercises, in its order. */
    List<Skill> practicable(Track track) {
        return tracks.getOrDefault(track.id(), List.of());
    }

    int entryLevel(SkillId skill) {
        return entryLevels.getOrDefault(skill, ENTRY_LEVEL);
    }

    /** Whether a right answer to it shows that its main skill needs no more exercises before others. */
    boolean shows(ExerciseId template) {
        return showing.contains(template);
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
