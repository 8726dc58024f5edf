package org.nabla.progress.mastery;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.curriculum.SkillId;

/** How skills contain each other: whoever can do one has practised what it needs along with it. */
public final class SkillGraph {
    /** How much of a review a success is for what the skill needs. No edge weighs more than .8. */
    private static final double SAME_CHAPTER = .8;

    private static final double SAME_AREA = .6;
    private static final double ELSEWHERE = .4;

    private final Map<SkillId, Map<SkillId, Double>> parts = new HashMap<>();
    private final Map<SkillId, Set<SkillId>> below = new HashMap<>();
    private final Map<SkillId, Set<SkillId>> above = new HashMap<>();
    private final Set<SkillId> narrow;

    /** @param narrow the skills that can be practised with one template only */
    public SkillGraph(Curriculum curriculum, Set<SkillId> narrow) {
        this.narrow = Set.copyOf(narrow);
        for (var skill : curriculum.skills()) {
            var weights = new LinkedHashMap<SkillId, Double>();
            for (var need : curriculum.needs(skill)) {
                weights.put(need.id(), weight(curriculum, skill, need));
            }
            parts.put(skill.id(), weights);
        }
        for (var skill : curriculum.skills()) {
            var all = new LinkedHashSet<SkillId>();
            collect(skill.id(), all);
            below.put(skill.id(), all);
            all.forEach(
                    id -> above.computeIfAbsent(id, x -> new LinkedHashSet<>()).add(skill.id()));
        }
    }

    private void collect(SkillId skill, Set<SkillId> into) {
        for (var part : partsOf(skill).keySet()) {
            if (into.add(part)) {
                collect(part, into);
            }
        }
    }

    /** A skill of the same chapter is nearly always used, one from far away only here and there. */
    private static double weight(Curriculum curriculum, Skill skill, Skill need) {
        if (!curriculum.areaOf(skill.id()).equals(curriculum.areaOf(need.id()))) {
            return ELSEWHERE;
        }
        return skill.chapter().equals(need.chapter()) ? SAME_CHAPTER : SAME_AREA;
    }

    /** What the skill contains, one step down, with how much of a review a success is for it. */
    Map<SkillId, Double> partsOf(SkillId skill) {
        return parts.getOrDefault(skill, Map.of());
    }

    /** All that the skill stands on. */
    public Set<SkillId> below(SkillId skill) {
        return below.getOrDefault(skill, Set.of());
    }

    /** All that stands on the skill. */
    public Set<SkillId> above(SkillId skill) {
        return above.getOrDefault(skill, Set.of());
    }

    /** Whether one template is all there is, so that nobody can be asked for a second. */
    boolean isNarrow(SkillId skill) {
        return narrow.contains(skill);
    }
}
